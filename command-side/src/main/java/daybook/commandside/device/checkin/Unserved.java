// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.commandside.device.message.Sender;
import daybook.domain.Intent;
import daybook.domain.Refusal;
import daybook.domain.enrollment.EnrollmentIntent.DeclineCheckin;
import org.springframework.http.ResponseEntity;

/**
 * A message that isn't served; that it came is an event.
 *
 * @param known whether it is one of Apple's that we know of
 */
record Unserved(Sender sender, String messageType, boolean known) implements ChannelMessage {
  @Override
  public Intent<Void> intent(Telling telling) {
    return new DeclineCheckin(
        telling.enrollment(),
        telling.now(),
        telling.caller().sha256(),
        telling.channel(),
        messageType,
        telling.message("CheckinDeclined"),
        telling.hourlyEvents());
  }

  @Override
  public ResponseEntity<byte[]> answer() {
    return CheckinMessage.declined(
        known ? Refusal.MESSAGE_TYPE_UNSUPPORTED : Refusal.MESSAGE_TYPE_UNKNOWN,
        messageType + " is not served");
  }
}
