// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.Refusal;
import daybook.domain.command.CommandEvent.CommandCancelled;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandIntent.CancelCommand;
import daybook.domain.command.CommandIntent.QueueCommand;
import daybook.domain.enrollment.Channel;
import daybook.domain.push.PushEvent.PushRequested;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What may be queued, and whether the device must be woken for it. */
final class QueueRules {
  private static final String OPERATOR = "operator";

  private QueueRules() {}

  static Decision<Void> decide(EnrollmentState state, QueueCommand intent) {
    return Gate.of(state, intent)
        .enrolled()
        .notRetiring()
        .sealedAnew()
        .then(
            () -> {
              if (!state.channel(intent.channel()).enrolled()) {
                return Decision.refused(Refusal.CHANNEL_UNKNOWN, intent.channel().value());
              }
              return state.knows(intent.command())
                  ? Decision.refused(Refusal.COMMAND_ID_TAKEN, intent.command().value())
                  : queued(state, intent);
            });
  }

  private static Decision<Void> queued(EnrollmentState state, QueueCommand intent) {
    Channel channel = intent.channel();
    Steps steps = new Steps(state, intent.now());
    Session.giveUp(steps, channel);
    if (intent.alone() && steps.channel(channel).queue().waitsFor(intent.requestType())) {
      return steps.accepted();
    }
    steps.then(event(intent));
    Instant at = later(intent.now(), intent.notBefore());
    if (steps.channel(channel).push().needs(at)) {
      steps.then(new PushRequested(channel, Wake.COMMAND, at));
    }
    return steps.accepted();
  }

  static Decision<Void> decide(EnrollmentState state, CancelCommand intent) {
    for (Map.Entry<String, ChannelState> channel : state.channels().all().entrySet()) {
      Optional<QueuedCommand> waiting = channel.getValue().queue().find(intent.command());
      if (waiting.isPresent()) {
        return cancelled(new Channel(channel.getKey()), waiting.get());
      }
    }
    return state.knows(intent.command())
        ? Decision.refused(Refusal.ALREADY_DELIVERED, "it has ended")
        : Decision.refused(Refusal.COMMAND_UNKNOWN, intent.command().value());
  }

  private static Decision<Void> cancelled(Channel channel, QueuedCommand command) {
    return command.deliveries().attempts() > 0
        ? Decision.refused(Refusal.ALREADY_DELIVERED, "it went out")
        : Decision.accepted(
            new CommandCancelled(channel, command.id(), command.requestType(), OPERATOR));
  }

  private static CommandQueued event(QueueCommand intent) {
    return new CommandQueued(
        intent.channel(),
        intent.command(),
        intent.name(),
        intent.requestType(),
        intent.delivery(),
        intent.origin(),
        intent.notBefore(),
        intent.expiresAt(),
        intent.priority(),
        intent.safeParameters(),
        intent.payload());
  }

  private static Instant later(Instant now, Instant notBefore) {
    return notBefore == null || notBefore.isBefore(now) ? now : notBefore;
  }
}
