// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.command;

import daybook.domain.DomainEvent;
import daybook.domain.Log;
import daybook.domain.LogEntry;
import daybook.domain.StreamId;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandAnsweredLate;
import daybook.domain.command.CommandEvent.CommandDeferred;
import daybook.domain.command.CommandEvent.CommandFailed;
import daybook.domain.command.CommandEvent.CommandRefused;
import daybook.domain.command.SealedReport;
import daybook.projections.command.CommandView;
import daybook.projections.opening.Opener;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What devices reported, read back from the log. A secret report stays closed. */
@Component
class Reports {
  private final Log log;
  private final Opener opener;

  Reports(Log log, Opener opener) {
    this.log = log;
    this.opener = opener;
  }

  /** The last report on a command in base64, or null. */
  String of(CommandView command) {
    if (command.report() == null) {
      return null;
    }
    return log.stream(new StreamId(command.stream()), command.report(), 1).stream()
        .findFirst()
        .flatMap(this::opened)
        .map(Base64.getEncoder()::encodeToString)
        .orElse(null);
  }

  private Optional<byte[]> opened(LogEntry entry) {
    SealedReport report = report(entry.event());
    return report == null ? Optional.empty() : opener.open(entry).bytes(report.personal());
  }

  private static SealedReport report(DomainEvent event) {
    if (event instanceof CommandAcknowledged it) {
      return it.report();
    } else if (event instanceof CommandFailed it) {
      return it.report();
    } else if (event instanceof CommandRefused it) {
      return it.report();
    } else if (event instanceof CommandDeferred it) {
      return it.report();
    }
    return event instanceof CommandAnsweredLate it ? it.report() : null;
  }
}
