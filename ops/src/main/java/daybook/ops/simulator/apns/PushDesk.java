// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator.apns;

import com.eatthepath.pushy.apns.server.PushNotificationHandler;
import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.eatthepath.pushy.apns.server.UnregisteredDeviceTokenException;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.Http2Headers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Takes pushes: records them, rejects what it was told to reject, and wakes devices. */
final class PushDesk implements PushNotificationHandler {
  private final Clock clock;
  private final List<ReceivedPush> received = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> wakers = new CopyOnWriteArrayList<>();
  private final Map<String, RejectionReason> rejections = new ConcurrentHashMap<>();

  PushDesk(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void handlePushNotification(Http2Headers headers, ByteBuf payload)
      throws RejectedNotificationException {
    String path = text(headers, ":path");
    String token = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    RejectionReason rejection = rejections.get(token);
    received.add(
        new ReceivedPush(
            clock.instant(),
            token,
            text(headers, "apns-topic"),
            text(headers, "apns-push-type"),
            text(headers, "apns-expiration"),
            payload.toString(StandardCharsets.UTF_8),
            rejection == null ? null : rejection.name()));
    if (rejection == RejectionReason.UNREGISTERED) {
      throw new UnregisteredDeviceTokenException(clock.instant());
    }
    if (rejection != null) {
      throw new RejectedNotificationException(rejection);
    }
    wakers.forEach(waker -> waker.accept(token));
  }

  List<ReceivedPush> received() {
    return List.copyOf(received);
  }

  void onPush(Consumer<String> waker) {
    wakers.add(waker);
  }

  void reject(String token, RejectionReason reason) {
    rejections.put(token, reason);
  }

  void accept(String token) {
    rejections.remove(token);
  }

  private static String text(Http2Headers headers, String name) {
    CharSequence value = headers.get(name);
    return value == null ? null : value.toString();
  }
}
