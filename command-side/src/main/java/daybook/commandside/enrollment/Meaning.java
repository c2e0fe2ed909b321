// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.catalog.EventCatalog;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandAnsweredLate;
import daybook.domain.command.CommandEvent.CommandDeferred;
import daybook.domain.command.CommandEvent.CommandFailed;
import daybook.domain.command.CommandEvent.CommandRefused;
import daybook.domain.command.CommandEvent.UnknownCommandReported;
import daybook.domain.command.CommandId;
import daybook.domain.command.Report;
import daybook.domain.command.ReportStatus;
import daybook.domain.enrollment.Channel;
import java.util.Optional;

/**
 * What a report means to the enrollment that it reaches.
 *
 * @param command that it is about; null: none, or the report named none and none is out
 * @param requestType of the command as it was queued, or as the device repeats it
 */
record Meaning(Kind kind, CommandId command, String requestType) {
  enum Kind {
    /** The device asks for work. */
    IDLE,
    /** A word on a command that went out. */
    ANSWER,
    /** The same word again: our answer to it was lost. */
    REPEATED,
    /** A word on a command that was given up. */
    LATE,
    UNKNOWN
  }

  static Meaning of(EnrollmentState state, Channel channel, Report report) {
    if (report.status() == ReportStatus.IDLE) {
      return new Meaning(Kind.IDLE, null, null);
    }
    CommandQueue queue = state.channel(channel).queue();
    CommandId id = report.command();
    if (id == null && report.status() == ReportStatus.COMMAND_FORMAT_ERROR && doubtful(queue)) {
      return new Meaning(Kind.REPEATED, null, report.requestType());
    }
    if (id == null) {
      return queue
          .outgoing()
          .map(out -> new Meaning(Kind.ANSWER, out.id(), out.requestType()))
          .orElse(new Meaning(Kind.UNKNOWN, null, report.requestType()));
    }
    if (queue.answered().contains(id)) {
      return new Meaning(Kind.REPEATED, id, report.requestType());
    }
    Optional<QueuedCommand> sent =
        queue.find(id).filter(command -> command.deliveries().attempts() > 0);
    if (sent.isPresent()) {
      boolean again = sent.get().deliveries().rests() && report.status() == ReportStatus.NOT_NOW;
      return new Meaning(again ? Kind.REPEATED : Kind.ANSWER, id, sent.get().requestType());
    }
    return state
        .closed()
        .find(id)
        .map(closed -> new Meaning(Kind.LATE, id, closed.requestType()))
        .orElse(new Meaning(Kind.UNKNOWN, id, report.requestType()));
  }

  private static boolean doubtful(CommandQueue queue) {
    return queue.doubtful() && queue.outgoing().isPresent();
  }

  /** Whether it can't be told which command it is about: the one before that is out, presumably. */
  boolean isDoubtful() {
    return kind == Kind.REPEATED && command == null;
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Whether it may carry facts about the device. */
  boolean tellsFacts(Report report) {
    return (is(Kind.ANSWER) || is(Kind.LATE)) && report.status() == ReportStatus.ACKNOWLEDGED;
  }

  /** The event that records a report; empty when none does. */
  Optional<DomainEvent> event(Channel channel, Report report) {
    String status = report.status().word();
    return switch (kind) {
      case IDLE, REPEATED -> Optional.empty();
      case ANSWER -> Optional.of(answer(channel, report));
      case LATE ->
          Optional.of(
              new CommandAnsweredLate(
                  channel, command, requestType, status, report.errors(), report.report()));
      case UNKNOWN ->
          Optional.of(
              new UnknownCommandReported(channel, command, requestType, status, report.report()));
    };
  }

  /** The stored name for which a report should have been sealed, if it was for another one. */
  Optional<String> sealAgainFor(Channel channel, Report report) {
    return event(channel, report)
        .map(event -> EventCatalog.name(event.getClass()).value())
        .filter(name -> !name.equals(report.sealedFor()));
  }

  private DomainEvent answer(Channel channel, Report report) {
    return switch (report.status()) {
      case ERROR ->
          new CommandFailed(channel, command, requestType, report.errors(), report.report());
      case COMMAND_FORMAT_ERROR ->
          new CommandRefused(channel, command, requestType, report.report());
      case NOT_NOW -> new CommandDeferred(channel, command, requestType, report.report());
      case ACKNOWLEDGED, IDLE ->
          new CommandAcknowledged(channel, command, requestType, report.report());
    };
  }
}
