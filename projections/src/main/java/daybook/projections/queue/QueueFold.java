// SPDX-License-Identifier: Apache-2.0
package daybook.projections.queue;

import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.StreamId;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandCancelled;
import daybook.domain.command.CommandEvent.CommandExpired;
import daybook.domain.command.CommandEvent.CommandFailed;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandEvent.CommandRefused;
import daybook.domain.command.CommandEvent.CommandResultTooLarge;
import daybook.domain.command.CommandEvent.CommandStuck;
import daybook.domain.command.CommandEvent.CommandUnconfirmed;
import daybook.domain.command.CommandId;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.UserUnenrolled;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import daybook.projections.Fold;
import daybook.projections.Handlers;
import daybook.projections.queue.QueueView.OpenCommand;
import daybook.projections.store.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One document per device with open commands. */
public final class QueueFold implements Fold<QueueView> {
  static final String NAME = "queue";

  private final Handlers<QueueView> handlers =
      new Handlers<QueueView>()
          .on(CommandQueued.class, QueueFold::queued)
          .on(CommandAcknowledged.class, (v, e, o) -> closed(v, e.command()))
          .on(CommandFailed.class, (v, e, o) -> closed(v, e.command()))
          .on(CommandRefused.class, (v, e, o) -> closed(v, e.command()))
          .on(CommandStuck.class, (v, e, o) -> closed(v, e.command()))
          .on(CommandUnconfirmed.class, (v, e, o) -> closed(v, e.command()))
          .on(CommandCancelled.class, (v, e, o) -> closed(v, e.command()))
          .on(CommandExpired.class, (v, e, o) -> closed(v, e.command()))
          .on(CommandResultTooLarge.class, (v, e, o) -> closed(v, e.command()))
          .on(UserUnenrolled.class, (v, e, o) -> without(v, isOf(e.channel().value())))
          .on(EnrollmentStarted.class, (view, event, opened) -> null)
          .on(EnrollmentAdopted.class, (view, event, opened) -> null)
          .on(DeviceUnenrolled.class, (view, event, opened) -> null)
          .on(DeviceRetired.class, (v, e, o) -> e.command() == null ? v : null)
          .on(DeviceShredded.class, (view, event, opened) -> null);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<QueueView> document() {
    return QueueView.class;
  }

  @Override
  public Handlers<QueueView> handlers() {
    return handlers;
  }

  @Override
  public String key(LogEntry entry) {
    return entry.stream().value();
  }

  @Override
  public Optional<StreamId> stream(String key) {
    return Optional.of(new StreamId(key));
  }

  @Override
  public List<Column> columns() {
    return List.of(Column.number("oldest"));
  }

  @Override
  public Map<String, Object> indexes(QueueView view) {
    return Map.of("oldest", view.commands().get(0).queuedAt().toEpochMilli());
  }

  private static QueueView queued(QueueView view, CommandQueued event, OpenedEvent opened) {
    List<OpenCommand> commands = new ArrayList<>(view == null ? List.of() : view.commands());
    commands.removeIf(isCommand(event.command()));
    commands.add(
        new OpenCommand(
            event.channel().value(),
            event.command().value(),
            event.name(),
            event.requestType(),
            opened.time()));
    return new QueueView(opened.entry().stream().id(), List.copyOf(commands));
  }

  private static QueueView closed(QueueView view, CommandId command) {
    return command == null ? view : without(view, isCommand(command));
  }

  private static QueueView without(QueueView view, Predicate<OpenCommand> gone) {
    if (view == null) {
      return null;
    }
    List<OpenCommand> rest = view.commands().stream().filter(gone.negate()).toList();
    return rest.isEmpty() ? null : new QueueView(view.enrollment(), rest);
  }

  private static Predicate<OpenCommand> isCommand(CommandId command) {
    return it -> it.command().equals(command.value());
  }

  private static Predicate<OpenCommand> isOf(String channel) {
    return it -> it.channel().equals(channel);
  }
}
