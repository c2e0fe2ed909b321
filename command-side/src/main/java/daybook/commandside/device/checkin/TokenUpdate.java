// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.commandside.device.message.Fields;
import daybook.commandside.device.message.Sealing;
import daybook.commandside.device.message.Sender;
import daybook.commandside.plist.UnreadablePlist;
import daybook.domain.Intent;
import daybook.domain.enrollment.EnrollmentIntent.ChannelUser;
import daybook.domain.enrollment.EnrollmentIntent.UpdatePushToken;
import java.nio.charset.StandardCharsets;

/**
 * A channel says how it can be pushed to.
 *
 * @param unlockToken null when there is none
 * @param awaitingConfiguration null when the key was absent
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/tokenupdaterequest">TokenUpdateRequest</a>
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record TokenUpdate(
    Sender sender,
    String topic,
    byte[] token,
    String magic,
    byte[] unlockToken,
    Boolean awaitingConfiguration)
    implements ChannelMessage {
  private static final String CHANGED = "PushTokenChanged";
  private static final int LONGEST_TOKEN = 4 * 1024;
  private static final int LONGEST_UNLOCK_TOKEN = 16 * 1024;

  static TokenUpdate read(Sender sender, Fields fields) {
    return new TokenUpdate(
        sender,
        fields.requiredText("Topic", Fields.LONGEST_WORD),
        fields.data("Token", LONGEST_TOKEN).orElseThrow(() -> UnreadablePlist.missing("Token")),
        fields.requiredText("PushMagic", Fields.LONGEST_WORD),
        fields.data("UnlockToken", LONGEST_UNLOCK_TOKEN).orElse(null),
        fields.flag("AwaitingConfiguration"));
  }

  @Override
  public Intent<Void> intent(Telling telling) {
    Sealing sealing = telling.sealing();
    return new UpdatePushToken(
        telling.enrollment(),
        telling.now(),
        telling.caller().sha256(),
        telling.channel(),
        topic,
        sealing.comparableSecret(CHANGED, "token", token),
        sealing.comparableSecret(CHANGED, "magic", magic.getBytes(StandardCharsets.UTF_8)),
        sealing.comparableSecret("UnlockTokenEscrowed", "token", unlockToken),
        awaitingConfiguration,
        sender.isUser() ? user(sealing) : null,
        telling.message(CHANGED),
        telling.now().plus(telling.pushDelay()),
        telling.hourlyEvents());
  }

  private ChannelUser user(Sealing sealing) {
    return new ChannelUser(
        sealing.personal(CHANGED, "userId", sender.userId()),
        sealing.personal(CHANGED, "userShortName", sender.userShortName()),
        sealing.personal(CHANGED, "userLongName", sender.userLongName()));
  }
}
