// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.apple.apns;

import com.eatthepath.pushy.apns.server.MockApnsServer;
import com.eatthepath.pushy.apns.server.MockApnsServerBuilder;
import com.eatthepath.pushy.apns.server.PushNotificationHandlerFactory;
import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pushy's own push service over TLS and HTTP/2, that keeps what it got. */
@SuppressWarnings("deprecation") // Pushy knows Netty's older groups alone
public final class PushService implements AutoCloseable {
  private static final EventLoopGroup THREADS = new NioEventLoopGroup(1);

  /** A push as it arrived. */
  public record Arrived(Map<String, String> headers, String body) {}

  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private final Map<String, RejectedNotificationException> refused = new ConcurrentHashMap<>();
  private final PushPki.Identity identity;
  private final PushPki pki;
  private final int port;
  private MockApnsServer server;

  public PushService(PushPki pki) {
    this.pki = pki;
    this.identity = pki.server();
    this.port = freePort();
    start();
  }

  public int port() {
    return port;
  }

  public List<Arrived> arrived() {
    return arrived;
  }

  /** Refuses a token from now on. */
  public void refuse(String token, RejectedNotificationException with) {
    refused.put(token, with);
  }

  /** Listens (again). */
  public void start() {
    start(
        session ->
            (headers, payload) -> {
              Map<String, String> named = new ConcurrentHashMap<>();
              headers.forEach(h -> named.put(h.getKey().toString(), h.getValue().toString()));
              String path = named.get(":path");
              RejectedNotificationException refusal =
                  refused.get(path.substring(path.lastIndexOf('/') + 1));
              if (refusal != null) {
                throw refusal;
              }
              arrived.add(new Arrived(named, payload.toString(StandardCharsets.UTF_8)));
            });
  }

  /** Listens with other rules, in the same place. */
  public void start(PushNotificationHandlerFactory rules) {
    try {
      server =
          new MockApnsServerBuilder()
              .setServerCredentials(
                  new X509Certificate[] {identity.certificate()}, identity.key(), null)
              .setTrustedClientCertificateChain(
                  new ByteArrayInputStream(
                      pki.authority().pem().getBytes(StandardCharsets.US_ASCII)))
              .setHandlerFactory(rules)
              .setEventLoopGroup(THREADS)
              .build();
      server.start(port).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops listening. */
  public void stop() {
    try {
      server.shutdown().get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
