// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.sentence;

import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import daybook.domain.retirement.RetirementEvent.RetiredDeviceTurnedAway;
import daybook.domain.retirement.RetirementEvent.RetirementFailed;
import daybook.domain.retirement.RetirementEvent.RetirementRequested;

/** How an operator ends the management of a device. */
final class RetirementSentences {
  private RetirementSentences() {}

  static void add(Sentences to) {
    to.on(
            RetirementRequested.class,
            (e, t) ->
                t.who()
                    + " has the device unenrolled: its last command removes the profile by which it"
                    + " is managed.")
        .on(
            RetirementFailed.class,
            (e, t) ->
                "The device did not remove the profile by which it is managed, and stays under"
                    + " management.")
        .on(DeviceRetired.class, (e, t) -> "The device is retired: " + why(e.reason()) + ".")
        .on(
            RetiredDeviceTurnedAway.class,
            (e, t) -> "The device came although it is retired, and was told to remove management.");
  }

  private static String why(String reason) {
    return reason.equals("checkout")
        ? "it removed its management"
        : "it was not heard of for so long that it counts as gone";
  }
}
