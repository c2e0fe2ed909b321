// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.commandside.device.identity.Caller;
import daybook.commandside.device.message.Sealing;
import daybook.commandside.device.message.Sender;
import daybook.domain.Secret;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentId;
import java.time.Duration;
import java.time.Instant;

/**
 * What turns a message into an intent: who says it, when, and the keys that seal it.
 *
 * @param body the raw message
 * @param pushDelay from a push token to the first push
 * @param hourlyEvents the most events that the device may cause by itself in an hour
 */
record Telling(
    Sender sender,
    Caller caller,
    byte[] body,
    Sealing sealing,
    Duration pushDelay,
    int hourlyEvents) {
  EnrollmentId enrollment() {
    return sender.enrollment();
  }

  Channel channel() {
    return sender.channel(sealing.vault());
  }

  Instant now() {
    return sealing.now();
  }

  /** The raw message, sealed for an event: it may hold token and magic. */
  Secret message(String event) {
    return sealing.secret(event, "message", body);
  }
}
