// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.escrow.EscrowEvent.BootstrapTokenEscrowed;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenRemoved;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenWithheld;
import daybook.domain.escrow.EscrowIntent.EscrowBootstrapToken;
import daybook.domain.escrow.EscrowIntent.WithholdBootstrapToken;

/** What is kept for the device. */
final class EscrowRules {
  private EscrowRules() {}

  static Decision<Void> decide(EnrollmentState state, EscrowBootstrapToken intent) {
    return Gate.of(state, intent)
        .pinned(intent.certificate())
        .sealedAnew()
        .unhurried(intent.hourlyEvents())
        .then(() -> intent.token() == null ? removed(state, intent) : kept(state, intent));
  }

  private static Decision<Void> removed(EnrollmentState state, EscrowBootstrapToken intent) {
    return state.escrow().hasBootstrapToken()
        ? Decision.accepted(new BootstrapTokenRemoved(intent.awaitingConfiguration()))
        : Decision.accepted();
  }

  private static Decision<Void> kept(EnrollmentState state, EscrowBootstrapToken intent) {
    return state.escrow().holdsBootstrapToken(intent.token())
        ? Decision.accepted()
        : Decision.accepted(
            new BootstrapTokenEscrowed(intent.token(), intent.awaitingConfiguration()));
  }

  static Decision<Void> decide(EnrollmentState state, WithholdBootstrapToken intent) {
    boolean escrowed = state.escrow().hasBootstrapToken();
    return Gate.of(state, intent)
        .pinned(intent.certificate())
        .unhurried(intent.hourlyEvents())
        .then(() -> Decision.accepted(new BootstrapTokenWithheld(escrowed)));
  }
}
