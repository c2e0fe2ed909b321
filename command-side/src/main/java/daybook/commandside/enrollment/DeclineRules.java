// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.enrollment.EnrollmentEvent.CheckinDeclined;
import daybook.domain.enrollment.EnrollmentEvent.UserChannelDeclined;
import daybook.domain.enrollment.EnrollmentIntent.DeclineCheckin;
import daybook.domain.enrollment.EnrollmentIntent.DeclineUser;

/** What a device asks for and isn't served. */
final class DeclineRules {
  private DeclineRules() {}

  static Decision<Void> decide(EnrollmentState state, DeclineUser intent) {
    return Gate.of(state, intent)
        .pinned(intent.certificate())
        .sealedAnew()
        .unhurried(intent.hourlyEvents())
        .then(() -> Decision.accepted(new UserChannelDeclined(intent.channel(), intent.message())));
  }

  static Decision<Void> decide(EnrollmentState state, DeclineCheckin intent) {
    return Gate.of(state, intent)
        .pinned(intent.certificate())
        .sealedAnew()
        .unhurried(intent.hourlyEvents())
        .then(
            () ->
                Decision.accepted(
                    new CheckinDeclined(intent.channel(), intent.messageType(), intent.message())));
  }
}
