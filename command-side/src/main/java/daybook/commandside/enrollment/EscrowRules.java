// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.Outcome;
import daybook.domain.escrow.EscrowEvent;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenEscrowed;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenReleased;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenRemoved;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenWithheld;
import daybook.domain.escrow.EscrowIntent.EscrowBootstrapToken;
import daybook.domain.escrow.EscrowIntent.ReleaseBootstrapToken;
import java.util.List;
import java.util.Optional;

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

  static Decision<Optional<Long>> decide(EnrollmentState state, ReleaseBootstrapToken intent) {
    return Gate.of(state, intent)
        .pinned(intent.certificate())
        .unhurried(intent.hourlyEvents())
        .then(() -> released(state.escrow()));
  }

  private static Decision<Optional<Long>> released(Escrow escrow) {
    Optional<Long> sequence = escrow.releasableBootstrapToken();
    EscrowEvent told =
        sequence.isPresent()
            ? new BootstrapTokenReleased(sequence.get())
            : new BootstrapTokenWithheld(escrow.hasBootstrapToken());
    return new Decision<>(List.of(told), Outcome.accepted(sequence));
  }
}
