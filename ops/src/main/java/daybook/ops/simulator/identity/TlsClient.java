// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.cert.X509CertificateHolder;

/** HTTP over TLS as a device speaks it: it shows its identity to a server that asks. */
public final class TlsClient {
  private TlsClient() {}

  /**
   * A client.
   *
   * @param identity null while the device has none
   * @param roots the authorities of servers that it trusts
   */
  public static HttpClient of(Identity identity, List<X509CertificateHolder> roots) {
    try {
      return choosing(identity == null ? null : keys(identity), roots);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no identity for the device", e);
    }
  }

  /**
   * A client that shows what its key manager chooses.
   *
   * @param keys null: nothing
   */
  public static HttpClient choosing(KeyManager[] keys, List<X509CertificateHolder> roots) {
    try {
      KeyStore trusted = empty();
      for (int i = 0; i < roots.size(); i++) {
        trusted.setCertificateEntry("root" + i, certificate(roots.get(i).getEncoded()));
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, trust.getTrustManagers(), null);
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .sslContext(context)
          .build();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no TLS for the device", e);
    }
  }

  private static KeyManager[] keys(Identity identity) throws GeneralSecurityException {
    return new KeyManager[] {new OneIdentity(identity.key(), certificate(identity.der()))};
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }
}
