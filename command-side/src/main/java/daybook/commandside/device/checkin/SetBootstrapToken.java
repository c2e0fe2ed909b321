// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.commandside.device.message.Fields;
import daybook.commandside.device.message.Sender;
import daybook.domain.Intent;
import daybook.domain.escrow.EscrowIntent.EscrowBootstrapToken;

/**
 * A Mac gives its bootstrap token into our keeping, or takes it back.
 *
 * @param token null when it was absent or empty
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/setbootstraptokenrequest">SetBootstrapTokenRequest</a>
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record SetBootstrapToken(Sender sender, byte[] token, Boolean awaitingConfiguration)
    implements ChannelMessage {
  private static final int LONGEST = 16 * 1024;

  static SetBootstrapToken read(Sender sender, Fields fields) {
    return new SetBootstrapToken(
        sender,
        fields.data("BootstrapToken", LONGEST).orElse(null),
        fields.flag("AwaitingConfiguration"));
  }

  @Override
  public Intent<Void> intent(Telling telling) {
    return new EscrowBootstrapToken(
        telling.enrollment(),
        telling.now(),
        telling.caller().sha256(),
        telling.sealing().comparableSecret("BootstrapTokenEscrowed", "token", token),
        awaitingConfiguration,
        telling.hourlyEvents());
  }
}
