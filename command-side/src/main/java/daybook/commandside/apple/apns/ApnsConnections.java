// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.apple.apns;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsClientBuilder;
import daybook.domain.KeyChest;
import daybook.domain.push.PushCertificate;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * One client per push certificate, made when it is first needed and closed when its certificate is
 * replaced.
 */
@Component
class ApnsConnections implements DisposableBean {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration CLOSE = Duration.ofSeconds(2);

  private final ApnsSettings settings;
  private final KeyChest keys;
  private final Map<Long, Open> open = new HashMap<>();

  private record Open(PushCertificate certificate, ApnsClient client) {}

  ApnsConnections(ApnsSettings settings, KeyChest keys) {
    this.settings = settings;
    this.keys = keys;
  }

  /**
   * The client of a certificate.
   *
   * @throws GeneralSecurityException when the certificate and its key can't be used
   */
  synchronized ApnsClient of(PushCertificate certificate) throws GeneralSecurityException {
    Open known = open.get(certificate.number());
    if (known != null && known.certificate().equals(certificate)) {
      return known.client();
    }
    ApnsClient client = connect(certificate);
    open.put(certificate.number(), new Open(certificate, client));
    if (known != null) {
      close(known);
    }
    return client;
  }

  @Override
  public synchronized void destroy() {
    open.values().forEach(ApnsConnections::close);
    open.clear();
  }

  private static void close(Open old) {
    var unused = old.client().close(); // what is under way ends by itself
  }

  private ApnsClient connect(PushCertificate certificate) throws GeneralSecurityException {
    X509Certificate own = read(certificate.certificate());
    byte[] kept =
        keys.fetch(certificate.keyId())
            .orElseThrow(
                () -> new GeneralSecurityException("its private key isn't in the key store"));
    PrivateKey key =
        KeyFactory.getInstance(own.getPublicKey().getAlgorithm())
            .generatePrivate(new PKCS8EncodedKeySpec(kept));
    ApnsClientBuilder builder =
        new ApnsClientBuilder()
            .setApnsServer(settings.apnsHost(), settings.apnsPort())
            .setClientCredentials(own, key, null)
            .setConnectionTimeout(CONNECT)
            .setGracefulShutdownTimeout(CLOSE);
    X509Certificate[] trusted = settings.trusted();
    if (trusted.length > 0) {
      builder.setTrustedServerCertificateChain(trusted);
    }
    try {
      return builder.build();
    } catch (SSLException e) {
      throw new GeneralSecurityException("no TLS client can be made of it", e);
    }
  }

  private static X509Certificate read(String pem) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }
}
