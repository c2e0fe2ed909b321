// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.cert.X509CertificateHolder;

/** The authorities that everybody knows: those of the Java runtime stand for those of devices. */
final class PublicRoots {
  private static final List<X509CertificateHolder> KNOWN = read();

  private PublicRoots() {}

  /** Whether a chain ends at one of them, or is issued by one. */
  static boolean lead(List<X509CertificateHolder> chain) {
    X509CertificateHolder last = chain.get(chain.size() - 1);
    return KNOWN.stream().anyMatch(root -> root.equals(last) || Issued.by(root, last));
  }

  private static List<X509CertificateHolder> read() {
    List<X509CertificateHolder> found = new ArrayList<>();
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager x509) {
          for (X509Certificate root : x509.getAcceptedIssuers()) {
            found.add(new X509CertificateHolder(root.getEncoded()));
          }
        }
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the Java runtime's authorities can't be read", e);
    }
    return List.copyOf(found);
  }
}
