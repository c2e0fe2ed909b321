// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.Refusal;
import daybook.domain.contact.Contact;
import daybook.domain.enrollment.EnrollmentEvent.DeviceArchived;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnarchived;
import daybook.domain.enrollment.EnrollmentIntent.ArchiveDevice;
import daybook.domain.enrollment.EnrollmentIntent.UnarchiveDevice;
import daybook.domain.enrollment.EnrollmentSummary.State;

/** Taking a device out of the lists, and back. */
final class ArchiveRules {
  private ArchiveRules() {}

  /** Whether it is out of the lists after an event. */
  static boolean archivedAfter(boolean archived, DomainEvent event) {
    return event instanceof DeviceArchived
        || (archived && !(event instanceof DeviceUnarchived) && !Contact.returns(event));
  }

  static Decision<Void> decide(EnrollmentState state, ArchiveDevice intent) {
    if (state.life().is(State.NONE)) {
      return Decision.refused(Refusal.NOT_ENROLLED, "nothing is known of this device");
    }
    return state.archived()
        ? Decision.refused(Refusal.ALREADY_ARCHIVED, "it is out of the lists")
        : Decision.accepted(new DeviceArchived());
  }

  static Decision<Void> decide(EnrollmentState state, UnarchiveDevice intent) {
    return state.archived()
        ? Decision.accepted(new DeviceUnarchived())
        : Decision.refused(Refusal.NOT_ARCHIVED, "it is in the lists");
  }
}
