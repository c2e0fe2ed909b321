// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.Outcome;
import daybook.domain.command.CommandEvent.CommandCancelled;
import daybook.domain.enrollment.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Events decided one after the other, each in sight of the state that the former led to. */
final class Steps {
  private static final long NOT_STORED_YET = -1;

  private final Instant now;
  private final List<DomainEvent> events = new ArrayList<>();
  private EnrollmentState state;

  Steps(EnrollmentState state, Instant now) {
    this.state = state;
    this.now = now;
  }

  Steps then(DomainEvent event) {
    events.add(event);
    state = state.after(event, NOT_STORED_YET, now);
    return this;
  }

  /** All that is queued ends unanswered, what never went out first. */
  Steps cancelAll(String reason) {
    state.channels().all().keySet().forEach(channel -> cancel(new Channel(channel), reason));
    return this;
  }

  /** The same of one channel. */
  Steps cancel(Channel channel, String reason) {
    state.channel(channel).queue().commands().stream()
        .sorted(Comparator.comparing(command -> command.deliveries().attempts() > 0))
        .forEach(
            command ->
                then(new CommandCancelled(channel, command.id(), command.requestType(), reason)));
    return this;
  }

  Instant now() {
    return now;
  }

  EnrollmentState state() {
    return state;
  }

  ChannelState channel(Channel channel) {
    return state.channel(channel);
  }

  <R> Decision<R> accepted() {
    return accepted(null);
  }

  <R> Decision<R> accepted(R reply) {
    return new Decision<>(List.copyOf(events), Outcome.accepted(reply));
  }
}
