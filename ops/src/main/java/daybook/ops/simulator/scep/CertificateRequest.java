// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.scep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** The PKCS #10 request inside a SCEP message. */
final class CertificateRequest {
  private CertificateRequest() {}

  /**
   * @param challenge null for a renewal
   * @param keyUsage Apple's number: 1 signing, 4 encryption
   */
  static byte[] of(X500Name subject, KeyPair keys, String challenge, int keyUsage) {
    PKCS10CertificationRequestBuilder builder =
        new JcaPKCS10CertificationRequestBuilder(subject, keys.getPublic());
    try {
      ExtensionsGenerator extensions = new ExtensionsGenerator();
      extensions.addExtension(Extension.keyUsage, true, usage(keyUsage));
      builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate());
      if (challenge != null) {
        builder.addAttribute(
            PKCSObjectIdentifiers.pkcs_9_at_challengePassword,
            DERPrintableString.isPrintableString(challenge)
                ? new DERPrintableString(challenge)
                : new DERUTF8String(challenge));
      }
      return builder
          .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()))
          .getEncoded();
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("cannot sign the request", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyUsage usage(int number) {
    int usage = (number & 1) != 0 || number == 0 ? KeyUsage.digitalSignature : 0;
    return new KeyUsage((number & 4) != 0 ? usage | KeyUsage.keyEncipherment : usage);
  }
}
