// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.sentence;

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
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.command.CommandEvent.DeviceInformationReported;
import daybook.domain.command.CommandEvent.DeviceInformationUnchanged;
import daybook.domain.command.CommandEvent.ReportPartRecorded;
import daybook.domain.command.CommandEvent.UnknownCommandReported;
import daybook.domain.command.DeviceFacts;
import daybook.domain.command.ErrorItem;
import daybook.domain.command.RenewalCommand;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands, from the queue to the report. */
final class CommandSentences {
  private CommandSentences() {}

  static void add(Sentences to) {
    to.on(
            DeviceConnected.class,
            (e, t) ->
                e.channel().isDevice()
                    ? "The device connected."
                    : "A user of the device connected.")
        .on(
            CommandQueued.class,
            (e, t) ->
                t.who()
                    + " queued "
                    + command(e.requestType())
                    + Telling.ofUser(e.channel())
                    + purpose(e)
                    + ".")
        .on(
            CommandDelivered.class,
            (e, t) ->
                "The device got "
                    + command(e.requestType())
                    + (e.attempt() > 1 ? ", for the " + ordinal(e.attempt()) + " time." : "."))
        .on(
            CommandAcknowledged.class,
            (e, t) -> "The device carried out " + command(e.requestType()) + ".")
        .on(
            CommandFailed.class,
            (e, t) ->
                "The device could not carry out "
                    + command(e.requestType())
                    + errors(e.errors())
                    + ".")
        .on(
            CommandRefused.class,
            (e, t) -> "The device could not read " + command(e.requestType()) + ".")
        .on(
            CommandDeferred.class,
            (e, t) ->
                "The device can't carry out " + command(e.requestType()) + " now; it stays queued.")
        .on(
            CommandAnsweredLate.class,
            (e, t) ->
                "The device answered "
                    + command(e.requestType())
                    + " after it was closed: "
                    + e.status()
                    + errors(e.errors())
                    + ".")
        .on(
            UnknownCommandReported.class,
            (e, t) ->
                "The device reported "
                    + e.status()
                    + (e.command() == null
                        ? " without saying on which command, and none was out."
                        : " on a command that it doesn't have here: " + e.command().value() + "."))
        .on(
            CommandStuck.class,
            (e, t) ->
                subject(e.requestType())
                    + " went out "
                    + e.deliveries()
                    + " times without a report, and is no longer offered.")
        .on(
            CommandUnconfirmed.class,
            (e, t) ->
                subject(e.requestType())
                    + " went out once and was never reported on: whether it was carried out is not"
                    + " known.")
        .on(
            CommandExpired.class,
            (e, t) -> subject(e.requestType()) + " expired before it was answered.")
        .on(
            CommandCancelled.class,
            (e, t) -> subject(e.requestType()) + " was taken from the queue (" + e.reason() + ").")
        .on(
            CommandResultTooLarge.class,
            (e, t) ->
                "The report on "
                    + command(e.requestType())
                    + " had "
                    + e.bytes()
                    + " bytes, more than is taken; only its digest is kept.")
        .on(
            ReportPartRecorded.class,
            (e, t) -> "Part " + e.part() + " of " + e.of() + " of a long report was kept.")
        .on(DeviceInformationReported.class, (e, t) -> told(e.facts(), t))
        .on(
            DeviceInformationUnchanged.class,
            (e, t) -> "The device told about itself what it told the last time.");
  }

  private static String purpose(CommandQueued event) {
    return event.name().equals(RenewalCommand.NAME)
        ? ", to renew the device's identity, try "
            + event.safeParameters().get(RenewalCommand.ATTEMPT)
        : "";
  }

  private static String told(DeviceFacts facts, Telling telling) {
    String what =
        Stream.of(
                telling.quoted(facts.deviceName()),
                facts.productName(),
                facts.osVersion() == null ? null : facts.platform() + " " + facts.osVersion(),
                facts.buildVersion())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return "The device told about itself" + (what.isEmpty() ? "." : ": " + what + ".");
  }

  private static String command(String requestType) {
    return requestType == null ? "a command" : requestType;
  }

  private static String subject(String requestType) {
    return requestType == null ? "A command" : requestType;
  }

  private static String errors(List<ErrorItem> errors) {
    return errors == null || errors.isEmpty()
        ? ""
        : errors.stream()
            .map(error -> error.domain() + " " + error.code())
            .collect(Collectors.joining(", ", ": ", ""));
  }

  private static String ordinal(int number) {
    return switch (number) {
      case 2 -> "second";
      case 3 -> "third";
      default -> number + "th";
    };
  }
}
