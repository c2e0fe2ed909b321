// SPDX-License-Identifier: Apache-2.0
package daybook.ops.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Lets every client's certificate through the handshake, and names our authorities as a hint which
 * to show. TLS proves that the client holds the key; whether the certificate counts is judged when
 * its request is read, where a refusal is an answer and an event, and no broken connection.
 */
final class AnyClient extends X509ExtendedTrustManager {
  private final Supplier<List<X509CertificateHolder>> authorities;

  AnyClient(Supplier<List<X509CertificateHolder>> authorities) {
    this.authorities = authorities;
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    List<X509Certificate> found = new ArrayList<>();
    for (X509CertificateHolder authority : authorities.get()) {
      try {
        found.add(
            (X509Certificate)
                CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(authority.getEncoded())));
      } catch (CertificateException | IOException e) {
        // One that the JDK can't read is no hint.
        continue;
      }
    }
    return found.toArray(X509Certificate[]::new);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw notAServer();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw notAServer();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw notAServer();
  }

  private static CertificateException notAServer() {
    return new CertificateException("only clients are met here");
  }
}
