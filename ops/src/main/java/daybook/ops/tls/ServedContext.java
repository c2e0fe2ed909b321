// SPDX-License-Identifier: Apache-2.0
package daybook.ops.tls;

import daybook.commandside.tls.KeyedChain;
import daybook.commandside.tls.Tls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * What a connector of Tomcat's makes its TLS connections with: each new connection gets the
 * certificate as its files stand then, and those that are open go on.
 */
final class ServedContext implements org.apache.tomcat.util.net.SSLContext {
  private final Tls tls;
  private final TrustManager clients;
  private KeyedChain made;
  private SSLContext context;

  /**
   * @param clients judges the certificates of clients; null where none is asked for
   */
  ServedContext(Tls tls, TrustManager clients) {
    this.tls = tls;
    this.clients = clients;
  }

  @Override
  public void init(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
    throw new UnsupportedOperationException("it is made of settings");
  }

  @Override
  public void destroy() {
    // Nothing is held open.
  }

  @Override
  public SSLEngine createSSLEngine() {
    return present().createSSLEngine();
  }

  @Override
  public SSLSessionContext getServerSessionContext() {
    return present().getServerSessionContext();
  }

  @Override
  public SSLServerSocketFactory getServerSocketFactory() {
    return present().getServerSocketFactory();
  }

  @Override
  public SSLParameters getSupportedSSLParameters() {
    return present().getSupportedSSLParameters();
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return null;
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return null;
  }

  private synchronized SSLContext present() {
    KeyedChain chain = tls.server().orElseThrow();
    if (chain != made) {
      context = make(chain);
      made = chain;
    }
    return context;
  }

  private SSLContext make(KeyedChain chain) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      char[] password = new char[0];
      store.setKeyEntry("daybook", chain.key(), password, certificates(chain.certificates()));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      SSLContext made = SSLContext.getInstance("TLS");
      made.init(keys.getKeyManagers(), clients == null ? null : new TrustManager[] {clients}, null);
      return made;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(
          "daybook.tls_fullchain can't be served: " + e.getMessage(), e);
    }
  }

  private static Certificate[] certificates(List<X509CertificateHolder> chain)
      throws GeneralSecurityException, IOException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    Certificate[] found = new Certificate[chain.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = factory.generateCertificate(new ByteArrayInputStream(chain.get(i).getEncoded()));
    }
    return found;
  }
}
