// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import daybook.commandside.ca.PemPrivateKey;
import daybook.domain.access.InvalidInput;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;

/**
 * A push certificate and its private key, as they were handed over: read, and found to belong
 * together. Its text never shows the key.
 *
 * @param topic {@code com.apple.mgmt.…}, the UID of the certificate's subject
 * @param certificate PEM of this one certificate
 * @param key its private key
 */
record PushCertificateFile(
    String topic, Instant notBefore, Instant notAfter, String certificate, PrivateKey key) {
  static final String CERTIFICATE = "certificate";
  static final String PRIVATE_KEY = "private_key";
  static final String NON_FIELD = "non_field_errors";

  private static final String TOPICS = "com.apple.mgmt.";
  private static final byte[] PROBE = "Is this your key?".getBytes(StandardCharsets.US_ASCII);

  /**
   * Reads both.
   *
   * @param password of the key; null or empty: it has none
   * @throws InvalidInput in the API's words
   */
  static PushCertificateFile read(String certificatePem, String keyPem, String password) {
    X509CertificateHolder certificate = certificate(certificatePem);
    PrivateKey key =
        PemPrivateKey.read(keyPem, password)
            .orElseThrow(() -> InvalidInput.of(PRIVATE_KEY, "Could not load PEM private key"));
    if (!isPair(certificate, key)) {
      throw InvalidInput.of(NON_FIELD, "The certificate and key do not form a pair");
    }
    return new PushCertificateFile(
        topic(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        pem(certificate),
        key);
  }

  @Override
  public String toString() {
    return "PushCertificateFile[" + topic + "]";
  }

  private static X509CertificateHolder certificate(String pem) {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
        if (next instanceof X509CertificateHolder found) {
          return found;
        }
      }
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
    throw unreadable(null);
  }

  private static InvalidInput unreadable(Exception cause) {
    InvalidInput refused = InvalidInput.of(CERTIFICATE, "Could not load PEM certificate");
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }

  private static boolean isPair(X509CertificateHolder certificate, PrivateKey key) {
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

  private static String topic(X509CertificateHolder certificate) {
    for (RDN uid : certificate.getSubject().getRDNs(BCStyle.UID)) {
      String topic = IETFUtils.valueToString(uid.getFirst().getValue());
      if (topic.startsWith(TOPICS)) {
        return topic;
      }
    }
    throw InvalidInput.of(CERTIFICATE, "Could not extract the topic from the certificate subject");
  }

  private static String pem(X509CertificateHolder certificate) {
    try {
      String base64 =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    } catch (IOException e) {
      throw new IllegalStateException("a certificate that was read can't be written", e);
    }
  }
}
