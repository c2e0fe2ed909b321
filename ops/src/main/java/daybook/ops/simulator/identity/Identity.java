// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.cert.X509CertificateHolder;

/** A certificate with its RSA key. */
public record Identity(X509CertificateHolder certificate, PrivateKey key) {
  /** Puts one together again from DER and PKCS #8. */
  public static Identity of(byte[] certificate, byte[] key) {
    try {
      return new Identity(
          new X509CertificateHolder(certificate),
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an RSA key", e);
    }
  }

  /** The certificate's DER. */
  public byte[] der() {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
