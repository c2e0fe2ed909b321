// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.apple.apns;

import com.eatthepath.json.JsonSerializer;
import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.DeliveryPriority;
import com.eatthepath.pushy.apns.PushNotificationResponse;
import com.eatthepath.pushy.apns.PushType;
import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;
import daybook.commandside.apple.apns.PushOutcome.Accepted;
import daybook.commandside.apple.apns.PushOutcome.Rejected;
import daybook.commandside.apple.apns.PushOutcome.Unreachable;
import daybook.commandside.apple.apns.PushOutcome.Unusable;
import daybook.domain.push.PushCertificate;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Pushes through Pushy.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/usernotifications/sending-notification-requests-to-apns">Sending
 *     notification requests to APNs</a>
 */
@Component
class PushyApns implements Apns {
  /** A device that is off for longer is woken by the next push; without it Apple tries but once. */
  static final Duration EXPIRES_AFTER = Duration.ofDays(7);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  /** Rejections by which APNs asks to come again, not verdicts on the push. */
  private static final Set<String> LATER =
      Set.of(
          "IdleTimeout",
          "InternalServerError",
          "ServiceUnavailable",
          "Shutdown",
          "TooManyRequests");

  private final ApnsConnections connections;

  PushyApns(ApnsConnections connections) {
    this.connections = connections;
  }

  @Override
  public PushOutcome push(PushCertificate certificate, WakeUp wakeUp, Instant now) {
    ApnsClient client;
    try {
      client = connections.of(certificate);
    } catch (GeneralSecurityException e) {
      return new Unusable(e.getMessage());
    }
    try {
      return outcome(
          client
              .sendNotification(notification(wakeUp, now))
              .get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return new Unreachable(rootOf(e).toString());
    } catch (TimeoutException e) {
      return new Unreachable("no answer within " + LONGEST_WAIT.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unreachable("the server is stopping");
    }
  }

  private static SimpleApnsPushNotification notification(WakeUp wakeUp, Instant now) {
    return new SimpleApnsPushNotification(
        wakeUp.token(),
        wakeUp.topic(),
        JsonSerializer.writeJsonTextAsString(Map.of("mdm", wakeUp.magic())),
        now.plus(EXPIRES_AFTER),
        DeliveryPriority.IMMEDIATE,
        PushType.MDM);
  }

  private static PushOutcome outcome(PushNotificationResponse<?> response) {
    if (response.isAccepted()) {
      return new Accepted(response.getApnsId().toString());
    }
    String reason = response.getRejectionReason().orElse("HTTP " + response.getStatusCode());
    return LATER.contains(reason) || response.getStatusCode() >= 500
        ? new Unreachable(reason)
        : new Rejected(reason, response.getTokenInvalidationTimestamp().orElse(null));
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
