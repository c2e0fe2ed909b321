// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.apns;

import com.eatthepath.pushy.apns.server.MockApnsServer;
import com.eatthepath.pushy.apns.server.MockApnsServerBuilder;
import com.eatthepath.pushy.apns.server.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/**
 * Apple's push service as a stand-in on this machine: HTTP/2 over TLS with certificates of its own.
 * Every push is recorded, and wakes who asked for it.
 */
public final class StandInApns implements AutoCloseable {
  private final StandInCredentials credentials;
  private final PushDesk desk;
  private final MockApnsServer server;
  private final int port;

  private StandInApns(StandInCredentials credentials, PushDesk desk, MockApnsServer server) {
    this.credentials = credentials;
    this.desk = desk;
    this.server = server;
    port = server.start(0).join();
  }

  /** Starts one on a free port whose credentials are kept in a directory. */
  public static StandInApns start(Path directory, Clock clock) {
    StandInCredentials credentials = StandInCredentials.in(directory, clock);
    PushDesk desk = new PushDesk(clock);
    try {
      MockApnsServer server =
          new MockApnsServerBuilder()
              .setServerCredentials(
                  stream(credentials.serverCertificate()), stream(credentials.serverKey()), null)
              .setTrustedClientCertificateChain(stream(credentials.trustedCa()))
              .setHandlerFactory(session -> desk)
              .build();
      return new StandInApns(credentials, desk, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String host() {
    return "localhost";
  }

  public int port() {
    return port;
  }

  /** What a push client needs: whom to trust, and its own certificate and key. */
  public StandInCredentials credentials() {
    return credentials;
  }

  /** All pushes so far, oldest first, rejected ones too. */
  public List<ReceivedPush> received() {
    return desk.received();
  }

  /** Calls {@code waker} with the token (lower-case hex) of each push; it must not wait. */
  public void onPush(Consumer<String> waker) {
    desk.onPush(waker);
  }

  /** Rejects all pushes for a token (lower-case hex) from now on. */
  public void reject(String token, RejectionReason reason) {
    desk.reject(token, reason);
  }

  /** Takes pushes for a token again. */
  public void accept(String token) {
    desk.accept(token);
  }

  @Override
  public void close() {
    server.shutdown().join();
  }

  private static InputStream stream(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
  }
}
