// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.connect;

import daybook.commandside.command.MdmCommands;
import daybook.commandside.device.message.Sealing;
import daybook.domain.Secret;
import daybook.domain.command.Report;
import daybook.domain.command.ReportStatus;
import daybook.domain.command.SealedReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Seals a report for the event that it will be part of: as personal when its request type is known
 * to be harmless, else as secret; above 1 MiB in parts, each an event of its own.
 */
@Component
class SealedReports {
  static final int PART = 1 << 20;

  private final MdmCommands commands;

  SealedReports(MdmCommands commands) {
    this.commands = commands;
  }

  /** The event that a report's status leads to, if nothing stands in the way. */
  static String usualEvent(ReportStatus status) {
    return switch (status) {
      case IDLE -> null;
      case ACKNOWLEDGED -> "CommandAcknowledged";
      case ERROR -> "CommandFailed";
      case COMMAND_FORMAT_ERROR -> "CommandRefused";
      case NOT_NOW -> "CommandDeferred";
    };
  }

  /**
   * @param event the stored name of the event
   */
  Report seal(ReportMessage message, byte[] body, String event, Sealing sealing) {
    if (message.status() == ReportStatus.IDLE) {
      return Report.idle();
    }
    List<Secret> parts = body.length > PART ? parts(body, sealing) : List.of();
    return new Report(
        message.status(),
        message.command(),
        message.requestType(),
        message.errors(),
        parts.isEmpty() ? whole(message, body, event, sealing) : split(body, parts.size()),
        parts,
        message.information() == null ? null : Information.facts(message.information(), sealing),
        event);
  }

  private SealedReport whole(ReportMessage message, byte[] body, String event, Sealing sealing) {
    return commands.harmless(message.requestType())
        ? new SealedReport(sealing.personal(event, "report.personal", body), null, body.length, 0)
        : new SealedReport(null, sealing.secret(event, "report.secret", body), body.length, 0);
  }

  private static SealedReport split(byte[] body, int parts) {
    return new SealedReport(null, null, body.length, parts);
  }

  private static List<Secret> parts(byte[] body, Sealing sealing) {
    List<Secret> parts = new ArrayList<>();
    for (int from = 0; from < body.length; from += PART) {
      byte[] part = Arrays.copyOfRange(body, from, Math.min(from + PART, body.length));
      parts.add(sealing.secret("ReportPartRecorded", "data", part));
    }
    return parts;
  }
}
