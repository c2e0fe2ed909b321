// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.command.CommandEvent.CommandAnsweredLate;
import daybook.domain.command.CommandId;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.UserUnenrolled;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The last commands that were closed without an answer; a late one finds its command here. */
record ClosedCommands(List<Closed> commands) {
  static final int MOST = 256;

  record Closed(CommandId id, String requestType) {}

  ClosedCommands {
    commands = commands == null ? List.of() : List.copyOf(commands);
  }

  static ClosedCommands none() {
    return new ClosedCommands(List.of());
  }

  /**
   * @param before the channels before the event, whose queues it may have emptied
   */
  ClosedCommands after(DomainEvent event, Channels before) {
    if (event instanceof EnrollmentStarted
        || event instanceof EnrollmentAdopted
        || event instanceof DeviceUnenrolled
        || event instanceof DeviceRetired
        || event instanceof DeviceShredded) {
      return emptied(before.all().values().stream().map(ChannelState::queue).toList());
    }
    if (event instanceof UserUnenrolled it) {
      return emptied(List.of(before.of(it.channel()).queue()));
    }
    if (event instanceof CommandAnsweredLate it) {
      return new ClosedCommands(
          commands.stream().filter(c -> !c.id().equals(it.command())).toList());
    }
    Closing closing = Closing.by(event);
    return closing == null || closing.answered()
        ? this
        : with(List.of(new Closed(closing.command(), closing.requestType())));
  }

  Optional<Closed> find(CommandId id) {
    return commands.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /** Those that went out are forgotten last: only they can still be answered. */
  private ClosedCommands emptied(List<CommandQueue> queues) {
    return with(
        queues.stream()
            .flatMap(queue -> queue.commands().stream())
            .sorted(Comparator.comparing(c -> c.deliveries().attempts() > 0))
            .map(c -> new Closed(c.id(), c.requestType()))
            .toList());
  }

  private ClosedCommands with(List<Closed> more) {
    return new ClosedCommands(Bounded.concat(commands, more, MOST));
  }
}
