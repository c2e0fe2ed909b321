// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.cert.X509CertificateHolder;

/** Whether a private key belongs to a certificate. */
final class KeyPairs {
  private static final byte[] PROBE = "Is this your key?".getBytes(StandardCharsets.US_ASCII);

  private KeyPairs() {}

  /** Signs with the one and verifies with the other. */
  static boolean fit(X509CertificateHolder certificate, PrivateKey key) {
    try {
      PublicKey named =
          KeyFactory.getInstance(key.getAlgorithm())
              .generatePublic(
                  new X509EncodedKeySpec(certificate.getSubjectPublicKeyInfo().getEncoded()));
      String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(PROBE);
      Signature verifying = Signature.getInstance(algorithm);
      verifying.initVerify(named);
      verifying.update(PROBE);
      return verifying.verify(signing.sign());
    } catch (GeneralSecurityException | IOException e) {
      return false;
    }
  }
}
