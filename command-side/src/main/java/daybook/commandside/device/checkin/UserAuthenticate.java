// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.commandside.device.message.Sender;
import daybook.commandside.plist.UnreadablePlist;
import daybook.domain.Intent;
import daybook.domain.Refusal;
import daybook.domain.enrollment.EnrollmentIntent.DeclineUser;
import org.springframework.http.ResponseEntity;

/**
 * A Mac asks whether a directory user is managed. The answer is 410: not in this login session.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/userauthenticaterequest">UserAuthenticateRequest</a>
 */
record UserAuthenticate(Sender sender) implements ChannelMessage {
  static UserAuthenticate read(Sender sender) {
    if (!sender.isUser()) {
      throw UnreadablePlist.missing("UserID");
    }
    return new UserAuthenticate(sender);
  }

  @Override
  public Intent<Void> intent(Telling telling) {
    return new DeclineUser(
        telling.enrollment(),
        telling.now(),
        telling.caller().sha256(),
        telling.channel(),
        telling.message("UserChannelDeclined"),
        telling.hourlyEvents());
  }

  @Override
  public ResponseEntity<byte[]> answer() {
    return CheckinMessage.declined(Refusal.USER_NOT_MANAGED, "users are not authenticated here");
  }
}
