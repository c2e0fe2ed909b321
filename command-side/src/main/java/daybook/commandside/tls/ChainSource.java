// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.tls;

import daybook.commandside.ca.PemCertificates;
import daybook.commandside.ca.PemPrivateKey;
import daybook.commandside.ca.PemSource;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/** Where a chain and its key are configured. */
record ChainSource(PemSource chain, PemSource key) {
  private static final byte[] PROBE = {1, 2, 3};

  boolean isEmpty() {
    return chain.isEmpty() && key.isEmpty();
  }

  /** Changes when a file does. */
  String stamp() {
    return chain.stamp() + " " + key.stamp();
  }

  /**
   * Reads both.
   *
   * @throws IllegalArgumentException with a sentence that names the setting
   */
  KeyedChain read() {
    if (isEmpty()) {
      return KeyedChain.NONE;
    }
    if (chain.isEmpty()) {
      throw new IllegalArgumentException(key.key() + " needs " + chain.key());
    }
    KeyedChain read = new KeyedChain(certificates(), key.isEmpty() ? null : privateKey());
    if (read.key() != null && !isPair(read.own(), read.key())) {
      throw new IllegalArgumentException(
          key.key() + " is not the key of the first certificate in " + chain.key());
    }
    return read;
  }

  private List<X509CertificateHolder> certificates() {
    try {
      return PemCertificates.read(chain.text());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          chain.key()
              + " must be PEM certificates, or {{ file:PATH }} of such a file: "
              + e.getMessage());
    }
  }

  private PrivateKey privateKey() {
    try {
      return PemPrivateKey.read(key.text(), null)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      key.key() + " must be a PEM private key, RSA or EC, without a password"));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          key.key() + " must be a PEM private key, or {{ file:PATH }} of one: " + e.getMessage());
    }
  }

  private static boolean isPair(X509CertificateHolder certificate, PrivateKey key) {
    String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(PROBE);
      Signature verifying = Signature.getInstance(algorithm);
      verifying.initVerify(
          KeyFactory.getInstance(key.getAlgorithm())
              .generatePublic(
                  new X509EncodedKeySpec(certificate.getSubjectPublicKeyInfo().getEncoded())));
      verifying.update(PROBE);
      return verifying.verify(signing.sign());
    } catch (GeneralSecurityException | IOException e) {
      return false;
    }
  }
}
