// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.command.CommandEvent.CommandResultTooLarge;
import daybook.domain.command.CommandIntent.CloseOversizedReport;
import daybook.domain.enrollment.Channel;
import daybook.domain.push.PushEvent.PushRequested;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What follows from a report that was too large to be read: the command that went out last, on
 * whichever channel, is closed, and the session has ended.
 */
final class OversizedReportRules {
  private OversizedReportRules() {}

  static Decision<Void> decide(EnrollmentState state, CloseOversizedReport intent) {
    return Gate.of(state, intent)
        .pinned(intent.certificate())
        .then(
            () ->
                outgoing(state)
                    .map(channel -> closed(state, channel, intent))
                    .orElseGet(Decision::accepted));
  }

  private static Optional<Channel> outgoing(EnrollmentState state) {
    return state.channels().all().keySet().stream()
        .map(Channel::new)
        .filter(channel -> state.channel(channel).queue().outgoing().isPresent())
        .max(Comparator.comparing(channel -> wentOut(state, channel)));
  }

  private static Instant wentOut(EnrollmentState state, Channel channel) {
    return state.channel(channel).queue().outgoing().orElseThrow().deliveries().lastAt();
  }

  private static Decision<Void> closed(
      EnrollmentState state, Channel channel, CloseOversizedReport intent) {
    QueuedCommand command = state.channel(channel).queue().outgoing().orElseThrow();
    Steps steps = new Steps(state, intent.now());
    DomainEvent end =
        new CommandResultTooLarge(
            channel, command.id(), command.requestType(), intent.bytes(), intent.sha256());
    steps.then(end);
    RetirementRules.ended(steps, end);
    ChannelState left = steps.channel(channel);
    if (!left.queue().commands().isEmpty() && left.push().needs(intent.now())) {
      steps.then(new PushRequested(channel, Wake.COMMAND, intent.now()));
    }
    return steps.accepted();
  }
}
