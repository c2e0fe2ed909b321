// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.tls;

import java.security.PrivateKey;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * A certificate with what stands above it, and its key. Its text never shows the key.
 *
 * @param certificates its own first; empty: there is none
 * @param key null when it is kept elsewhere
 */
public record KeyedChain(List<X509CertificateHolder> certificates, PrivateKey key) {
  static final KeyedChain NONE = new KeyedChain(List.of(), null);

  public KeyedChain {
    certificates = List.copyOf(certificates);
  }

  public X509CertificateHolder own() {
    return certificates.get(0);
  }

  @Override
  public String toString() {
    return "KeyedChain[" + (certificates.isEmpty() ? "none" : own().getSubject()) + "]";
  }
}
