// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.Refusal;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRevoked;
import daybook.domain.enrollment.EnrollmentIntent.RevokeIdentity;
import daybook.domain.enrollment.EnrollmentSummary.State;

/** Ending what an identity is good for. */
final class RevocationRules {
  private RevocationRules() {}

  /** Also of a device that has left: its certificate may count elsewhere. */
  static Decision<Void> decide(EnrollmentState state, RevokeIdentity intent) {
    Pin pin = state.life().pin();
    if (state.life().is(State.NONE)) {
      return Decision.refused(Refusal.NOT_ENROLLED, "nothing is known of this device");
    }
    if (pin.revoked()) {
      return Decision.refused(Refusal.CERTIFICATE_REVOKED, "it was revoked before");
    }
    return pin.is(intent.certificate())
        ? Decision.accepted(
            new IdentityRevoked(
                intent.certificate(), intent.issuer(), intent.serialNumber(), intent.notAfter()))
        : Decision.refused(Refusal.CERTIFICATE_REPLACED, "another one is pinned by now");
  }
}
