// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * A new key and its certificate signing request (PKCS#10, RFC 2986): RSA of 2048 bits and SHA-256,
 * as Apple's push certificate portal takes it.
 *
 * @param der base64 of its DER
 */
record CertificateRequest(PrivateKey key, String der) {
  static CertificateRequest make(long number) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      byte[] der =
          new JcaPKCS10CertificationRequestBuilder(
                  new X500NameBuilder(BCStyle.INSTANCE)
                      .addRDN(BCStyle.CN, "Daybook Push Certificate " + number)
                      .build(),
                  pair.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
              .getEncoded();
      return new CertificateRequest(pair.getPrivate(), Base64.getEncoder().encodeToString(der));
    } catch (NoSuchAlgorithmException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("every Java runtime makes RSA keys and signs", e);
    }
  }

  @Override
  public String toString() {
    return "CertificateRequest[" + der + "]";
  }
}
