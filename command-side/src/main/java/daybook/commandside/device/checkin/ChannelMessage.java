// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.domain.Intent;

/** A message on a channel of an enrollment that has been started: one intent says it. */
sealed interface ChannelMessage extends CheckinMessage
    permits TokenUpdate, CheckOut, SetBootstrapToken, UserAuthenticate, Unserved {

  /** What it tells the enrollment. */
  Intent<Void> intent(Telling telling);
}
