// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import daybook.commandside.ca.PemCertificates;
import daybook.commandside.ca.PemPrivateKey;
import daybook.domain.access.InvalidInput;
import daybook.domain.push.PushCertificate;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
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

  /**
   * Reads both.
   *
   * @param password of the key; null or empty: it has none
   * @throws InvalidInput in the API's words
   */
  static PushCertificateFile read(String certificatePem, String keyPem, String password) {
    X509CertificateHolder certificate = certificate(certificatePem);
    return of(
        certificate,
        PemPrivateKey.read(keyPem, password)
            .orElseThrow(() -> InvalidInput.of(PRIVATE_KEY, "Could not load PEM private key")));
  }

  /**
   * Reads the certificate of a key that is known.
   *
   * @param key PKCS#8, RSA
   * @throws InvalidInput in the API's words
   */
  static PushCertificateFile read(String certificatePem, byte[] key) {
    X509CertificateHolder certificate = certificate(certificatePem);
    try {
      return of(
          certificate, KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was made here can't be read", e);
    }
  }

  private static PushCertificateFile of(X509CertificateHolder certificate, PrivateKey key) {
    if (!KeyPairs.fit(certificate, key)) {
      throw InvalidInput.of(NON_FIELD, "The certificate and key do not form a pair");
    }
    return new PushCertificateFile(
        topic(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        PemCertificates.write(certificate),
        key);
  }

  PushCertificate under(long number, String name, String keyId) {
    return new PushCertificate(number, name, topic, notBefore, notAfter, certificate, keyId);
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

  private static String topic(X509CertificateHolder certificate) {
    for (RDN uid : certificate.getSubject().getRDNs(BCStyle.UID)) {
      String topic = IETFUtils.valueToString(uid.getFirst().getValue());
      if (topic.startsWith(TOPICS)) {
        return topic;
      }
    }
    throw InvalidInput.of(CERTIFICATE, "Could not extract the topic from the certificate subject");
  }
}
