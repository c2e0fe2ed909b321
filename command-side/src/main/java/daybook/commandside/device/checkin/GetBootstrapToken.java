// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.commandside.device.message.Sender;
import daybook.domain.Intent;
import daybook.domain.escrow.EscrowIntent.WithholdBootstrapToken;
import java.util.Map;
import org.springframework.http.ResponseEntity;

/**
 * A Mac asks for its bootstrap token. It gets empty data: tokens are kept, and not released yet.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/getbootstraptokenrequest">GetBootstrapTokenRequest</a>
 */
record GetBootstrapToken(Sender sender) implements ChannelMessage {
  @Override
  public Intent<Void> intent(Telling telling) {
    return new WithholdBootstrapToken(
        telling.enrollment(), telling.now(), telling.caller().sha256(), telling.hourlyEvents());
  }

  @Override
  public ResponseEntity<byte[]> answer() {
    return CheckinMessage.plist(Map.of("BootstrapToken", new byte[0]));
  }
}
