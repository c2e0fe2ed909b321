// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.Refusal;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.push.PushEvent.PushRejected;
import daybook.domain.push.PushEvent.PushRequested;
import daybook.domain.push.PushEvent.RemovalPresumed;
import daybook.domain.push.PushIntent.AskPushTarget;
import daybook.domain.push.PushIntent.PushTarget;
import daybook.domain.push.PushIntent.RecordPushRejected;
import daybook.domain.push.PushIntent.RequestPush;
import java.util.Optional;

/** When a push is open, and where it goes. */
final class PushRules {
  private static final String UNREGISTERED = "Unregistered";

  private PushRules() {}

  static Decision<Void> decide(EnrollmentState state, RequestPush intent) {
    PushState push = state.channel(intent.channel()).push();
    return Gate.of(state, intent)
        .enrolled()
        .then(
            () -> {
              if (!push.hasTarget()) {
                return Decision.refused(Refusal.CHANNEL_UNKNOWN, intent.channel().value());
              }
              return push.needs(intent.notBefore())
                  ? Decision.accepted(
                      new PushRequested(intent.channel(), intent.reason(), intent.notBefore()))
                  : Decision.accepted();
            });
  }

  static Decision<Optional<PushTarget>> decide(EnrollmentState state, AskPushTarget intent) {
    return Decision.answered(
        state.life().is(State.ENROLLED)
            ? state.channel(intent.channel()).push().target()
            : Optional.empty());
  }

  /**
   * As any outcome; and a token that has died since the device last told it means that the device
   * is presumably not managed any more. Any other reason may be a mistake of ours.
   */
  static Decision<Void> rejected(EnrollmentState state, RecordPushRejected intent) {
    Channel channel = intent.channel();
    PushState push = state.channel(channel).push();
    if (!push.isOpen(intent.request())) {
      return Decision.accepted();
    }
    Steps steps = new Steps(state, intent.now()).then(new PushRejected(channel, intent.reason()));
    boolean dead =
        intent.reason().equals(UNREGISTERED)
            && intent.deadSince() != null
            && push.hasTarget()
            && intent.deadSince().isAfter(push.since());
    if (dead) {
      steps.then(new RemovalPresumed(channel, intent.deadSince()));
    }
    return steps.accepted();
  }

  /** The outcome of the open push; a second one, or that of a former push, changes nothing. */
  static Decision<Void> outcome(
      EnrollmentState state, Channel channel, long request, DomainEvent event) {
    return state.channel(channel).push().isOpen(request)
        ? Decision.accepted(event)
        : Decision.accepted();
  }
}
