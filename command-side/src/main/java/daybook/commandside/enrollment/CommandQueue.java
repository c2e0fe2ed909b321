// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.command.CommandEvent.CommandDeferred;
import daybook.domain.command.CommandEvent.CommandDelivered;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandEvent.CommandRefused;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.command.CommandId;
import daybook.domain.push.PushEvent.PushRequested;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The ordered commands of one channel, of which at most one is out.
 *
 * @param commands that wait or are out, in the order in which they came
 * @param out went out in the present session and was not reported on; null: none, and so no session
 * @param answered the last ones that the device has answered, by which a repeated report is known
 * @param doubtful whether the last report was a refusal and what went out after it, if anything,
 *     did so for the first time: a refusal that names no command may be that report again
 * @param wakes pushes requested since, because deferred commands wait
 */
record CommandQueue(
    List<QueuedCommand> commands,
    CommandId out,
    List<CommandId> answered,
    int wakes,
    boolean doubtful) {
  static final int MOST_ANSWERED = 16;

  CommandQueue {
    commands = commands == null ? List.of() : List.copyOf(commands);
    answered = answered == null ? List.of() : List.copyOf(answered);
  }

  static CommandQueue empty() {
    return new CommandQueue(List.of(), null, List.of(), 0, false);
  }

  CommandQueue after(DomainEvent event, long sequence, Instant time) {
    if (event instanceof CommandQueued it) {
      return with(Bounded.append(commands, QueuedCommand.of(it, sequence, time)), out);
    }
    if (event instanceof DeviceConnected) {
      return with(map(c -> c.with(d -> d.sessionBegun(time))), null).doubtful(false);
    }
    if (event instanceof CommandDelivered it) {
      return with(change(it.command(), d -> d.delivered(it.attempt(), time)), it.command())
          .doubtful(doubtful && it.attempt() == 1);
    }
    if (event instanceof CommandDeferred it) {
      return with(change(it.command(), Deliveries::notNow), outWithout(it.command()))
          .doubtful(false);
    }
    if (event instanceof PushRequested it && it.reason().equals(Wake.DEFERRED)) {
      return new CommandQueue(commands, out, answered, wakes + 1, doubtful);
    }
    Closing closing = Closing.by(event);
    return closing == null ? this : closed(closing).doubtful(event instanceof CommandRefused);
  }

  /** The one that is out. */
  Optional<QueuedCommand> outgoing() {
    return out == null ? Optional.empty() : find(out);
  }

  Optional<QueuedCommand> find(CommandId id) {
    for (QueuedCommand command : commands) {
      if (command.id().equals(id)) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  boolean knows(CommandId id) {
    return answered.contains(id) || find(id).isPresent();
  }

  boolean waitsFor(String requestType) {
    return commands.stream().anyMatch(c -> c.requestType().equals(requestType));
  }

  /**
   * What goes out next while none is out: the highest priority, and of these the oldest.
   *
   * @param renewals whether it must be a renewal
   * @param heldBefore commands from before are held; null: none is
   */
  Optional<QueuedCommand> next(Instant now, boolean renewals, Instant heldBefore) {
    QueuedCommand first = null;
    for (QueuedCommand command : commands) {
      boolean admitted = (command.renewal() || !renewals) && !command.isHeld(heldBefore);
      if (admitted && command.offerable(now) && (first == null || command.precedes(first))) {
        first = command;
      }
    }
    return Optional.ofNullable(first);
  }

  /** Those that are not out and that no session will offer again. */
  List<QueuedCommand> spent(Instant now) {
    List<QueuedCommand> spent = new ArrayList<>();
    for (QueuedCommand command : commands) {
      if (command.isSpent(now) && !command.id().equals(out)) {
        spent.add(command);
      }
    }
    return spent;
  }

  /** Whether a device that connects now would get nothing and change nothing. */
  boolean restsAt(Instant now, boolean renewals, Instant heldBefore) {
    CommandQueue begun = with(map(c -> c.with(d -> d.sessionBegun(now))), null);
    return begun.next(now, renewals, heldBefore).isEmpty() && begun.spent(now).isEmpty();
  }

  private CommandQueue closed(Closing closing) {
    CommandId id = closing.command();
    List<QueuedCommand> rest = new ArrayList<>(commands.size());
    boolean deferred = false;
    boolean noneLeft = true;
    for (QueuedCommand command : commands) {
      if (command.id().equals(id)) {
        deferred = command.deliveries().deferred();
      } else {
        rest.add(command);
        noneLeft &= !command.deliveries().deferred();
      }
    }
    boolean reset = deferred && closing.answered();
    return new CommandQueue(
        rest,
        outWithout(id),
        closing.answered() ? Bounded.append(answered, id, MOST_ANSWERED) : answered,
        reset || noneLeft ? 0 : wakes,
        doubtful);
  }

  private CommandId outWithout(CommandId id) {
    return id.equals(out) ? null : out;
  }

  private CommandQueue with(List<QueuedCommand> changed, CommandId nowOut) {
    return new CommandQueue(changed, nowOut, answered, wakes, doubtful);
  }

  private CommandQueue doubtful(boolean now) {
    return new CommandQueue(commands, out, answered, wakes, now);
  }

  private List<QueuedCommand> change(CommandId id, UnaryOperator<Deliveries> change) {
    List<QueuedCommand> changed = new ArrayList<>(commands);
    for (int i = 0; i < changed.size(); i++) {
      if (changed.get(i).id().equals(id)) {
        changed.set(i, changed.get(i).with(change));
      }
    }
    return changed;
  }

  private List<QueuedCommand> map(UnaryOperator<QueuedCommand> change) {
    List<QueuedCommand> changed = new ArrayList<>(commands);
    changed.replaceAll(change);
    return changed;
  }
}
