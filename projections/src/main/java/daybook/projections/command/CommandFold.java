// SPDX-License-Identifier: Apache-2.0
package daybook.projections.command;

import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.StreamId;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandAnsweredLate;
import daybook.domain.command.CommandEvent.CommandCancelled;
import daybook.domain.command.CommandEvent.CommandDeferred;
import daybook.domain.command.CommandEvent.CommandDelivered;
import daybook.domain.command.CommandEvent.CommandExpired;
import daybook.domain.command.CommandEvent.CommandFailed;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandEvent.CommandRefused;
import daybook.domain.command.CommandEvent.CommandResultTooLarge;
import daybook.domain.command.CommandEvent.CommandStuck;
import daybook.domain.command.CommandEvent.CommandUnconfirmed;
import daybook.domain.command.ErrorItem;
import daybook.domain.command.OfOneCommand;
import daybook.domain.command.ReportStatus;
import daybook.projections.Fold;
import daybook.projections.Handlers;
import daybook.projections.command.CommandView.Error;
import daybook.projections.store.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folds what happens to each command; the key is its stream and its id. */
public final class CommandFold implements Fold<CommandView> {
  static final String COMMAND = "command";
  static final String STREAM = "stream";
  static final String NAME = "name";
  static final String QUEUED = "queued";
  static final String SHOWN = "shown";

  private static final String OPERATOR = "operator";

  private final Handlers<CommandView> handlers =
      new Handlers<CommandView>()
          .on(CommandQueued.class, (v, e, o) -> queued(e, o))
          .on(CommandDelivered.class, (v, e, o) -> v == null ? null : v.delivered(o.time()))
          .on(CommandDeferred.class, (v, e, o) -> reported(v, ReportStatus.NOT_NOW, null, o))
          .on(
              CommandAcknowledged.class,
              (v, e, o) -> ended(reported(v, ReportStatus.ACKNOWLEDGED, null, o), o))
          .on(
              CommandFailed.class,
              (v, e, o) -> ended(reported(v, ReportStatus.ERROR, e.errors(), o), o))
          .on(
              CommandRefused.class,
              (v, e, o) -> ended(reported(v, ReportStatus.COMMAND_FORMAT_ERROR, null, o), o))
          .on(CommandAnsweredLate.class, CommandFold::late)
          .on(CommandStuck.class, (v, e, o) -> ended(v, o))
          .on(CommandUnconfirmed.class, (v, e, o) -> ended(v, o))
          .on(CommandExpired.class, (v, e, o) -> ended(v, o))
          .on(CommandCancelled.class, CommandFold::cancelled)
          .on(CommandResultTooLarge.class, (v, e, o) -> ended(v, o));

  @Override
  public String name() {
    return "command";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Class<CommandView> document() {
    return CommandView.class;
  }

  @Override
  public Handlers<CommandView> handlers() {
    return handlers;
  }

  @Override
  public String key(LogEntry entry) {
    return entry.stream().value() + " " + ((OfOneCommand) entry.event()).command().value();
  }

  @Override
  public Optional<StreamId> stream(String key) {
    return Optional.of(new StreamId(key.substring(0, key.indexOf(' '))));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text(COMMAND),
        Column.text(STREAM),
        Column.text(NAME),
        Column.number(QUEUED),
        Column.number(SHOWN));
  }

  @Override
  public Map<String, Object> indexes(CommandView view) {
    Map<String, Object> values = new HashMap<>();
    values.put(COMMAND, view.command());
    values.put(STREAM, view.stream());
    values.put(NAME, view.name());
    values.put(QUEUED, view.queuedAt().toEpochMilli());
    values.put(SHOWN, view.channel().equals("device") && !view.takenBack() ? 1 : 0);
    return values;
  }

  private static CommandView queued(CommandQueued event, OpenedEvent opened) {
    return new CommandView(
        opened.entry().stream().value(),
        event.channel().value(),
        event.command().value(),
        event.name(),
        event.requestType(),
        event.notBefore(),
        opened.time(),
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        opened.time());
  }

  private static CommandView cancelled(
      CommandView view, CommandCancelled event, OpenedEvent opened) {
    CommandView ended = ended(view, opened);
    return ended != null && event.reason().equals(OPERATOR)
        ? ended.takenBack(opened.time())
        : ended;
  }

  private static CommandView late(CommandView view, CommandAnsweredLate event, OpenedEvent opened) {
    return view == null
        ? null
        : view.reported(
            event.status(), chain(event.errors()), opened.entry().sequence(), opened.time());
  }

  private static CommandView reported(
      CommandView view, ReportStatus status, List<ErrorItem> errors, OpenedEvent opened) {
    return view == null
        ? null
        : view.reported(status.word(), chain(errors), opened.entry().sequence(), opened.time());
  }

  private static CommandView ended(CommandView view, OpenedEvent opened) {
    return view == null ? null : view.ended(opened.entry().type(), opened.time());
  }

  private static List<Error> chain(List<ErrorItem> errors) {
    return errors == null || errors.isEmpty()
        ? null
        : errors.stream().map(error -> new Error(error.domain(), error.code())).toList();
  }
}
