// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.connect;

import daybook.commandside.device.DeviceProblem;
import daybook.commandside.device.DeviceSettings;
import daybook.commandside.device.identity.Entry;
import daybook.commandside.device.message.KnownEnrollments;
import daybook.commandside.device.message.Refusing;
import daybook.commandside.device.message.Sealing;
import daybook.commandside.device.message.Sender;
import daybook.commandside.device.message.StrayDevices;
import daybook.commandside.door.Origins;
import daybook.commandside.plist.Plists;
import daybook.commandside.plist.UnreadablePlist;
import daybook.commandside.restore.Quarantine;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.Vault;
import daybook.domain.command.CommandIntent.RecordReport;
import daybook.domain.command.NextCommand;
import daybook.domain.enrollment.EnrollmentId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes a report from a proven caller to its enrollment, and the next command back. */
@Component
class Connects {
  static final String DOOR = "connect";

  private static final MediaType XML = MediaType.parseMediaType("application/xml; charset=UTF-8");

  /** Sealed for the usual event, for another, for a third; and once under new keys. */
  private static final int ATTEMPTS = 4;

  private final KnownEnrollments enrollments;
  private final SealedReports reports;
  private final Payloads payloads;
  private final Quarantine quarantine;
  private final StrayDevices strays;
  private final Intents intents;
  private final Vault vault;
  private final Origins origins;
  private final Refusing refusing;
  private final DeviceSettings settings;
  private final Clock clock;

  Connects(
      KnownEnrollments enrollments,
      SealedReports reports,
      Payloads payloads,
      Quarantine quarantine,
      StrayDevices strays,
      Intents intents,
      Vault vault,
      Origins origins,
      Refusing refusing,
      DeviceSettings settings,
      Clock clock) {
    this.enrollments = enrollments;
    this.reports = reports;
    this.payloads = payloads;
    this.quarantine = quarantine;
    this.strays = strays;
    this.intents = intents;
    this.vault = vault;
    this.origins = origins;
    this.refusing = refusing;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Answers a report with the next command, or with nothing.
   *
   * @param ended when the device's certificate ended, so that it gets what renews it alone; or null
   */
  ResponseEntity<byte[]> answer(HttpServletRequest request, Entry.Proven entry, Instant ended) {
    try {
      ReportMessage message = ReportMessage.read(Plists.read(entry.body(), settings.plistLimits()));
      Outcome<Optional<NextCommand>> outcome = record(message, entry, ended, request);
      if (ended == null && strays.letIn(DOOR, outcome, message.sender(), entry.caller(), request)) {
        outcome = record(message, entry, null, request);
      }
      return answered(message, outcome, entry, request);
    } catch (UnreadablePlist e) {
      return refusing.proven(DOOR, new Outcome.Refused<>(e.reason(), e.detail()), entry, request);
    }
  }

  private ResponseEntity<byte[]> answered(
      ReportMessage message,
      Outcome<Optional<NextCommand>> outcome,
      Entry.Proven entry,
      HttpServletRequest request) {
    return outcome
        .refusal()
        .map(refused -> refusing.proven(DOOR, refused, entry, request))
        .orElseGet(() -> next(message.sender().enrollment(), outcome.reply()));
  }

  private Outcome<Optional<NextCommand>> record(
      ReportMessage message, Entry.Proven entry, Instant ended, HttpServletRequest request) {
    Sender sender = message.sender();
    Origin asking = origins.asking(request, sender.actor());
    Outcome<Void> known = enrollments.require(sender.enrollment(), asking);
    if (!known.isAccepted()) {
      return known.map(nothing -> Optional.empty());
    }
    Outcome<Optional<Instant>> held = quarantine.heldBefore(asking);
    if (!held.isAccepted()) {
      return held.map(nothing -> Optional.empty());
    }
    String event = SealedReports.usualEvent(message.status());
    Outcome<Optional<NextCommand>> outcome = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      outcome = recordOnce(message, event, entry, ended, held.reply().orElse(null), request);
      Optional<Outcome.Refused<Optional<NextCommand>>> refused = outcome.refusal();
      if (refused.isPresent() && refused.get().reason() == Refusal.SEALED_FOR_ANOTHER_EVENT) {
        event = refused.get().detail();
      } else if (refused.isEmpty() || refused.get().reason() != Refusal.SEALED_UNDER_DROPPED_KEY) {
        return outcome;
      }
    }
    return outcome;
  }

  private Outcome<Optional<NextCommand>> recordOnce(
      ReportMessage message,
      String event,
      Entry.Proven entry,
      Instant ended,
      Instant heldBefore,
      HttpServletRequest request) {
    Sender sender = message.sender();
    Sealing sealing = new Sealing(vault, sender.subject(), clock.instant());
    return intents.send(
        new RecordReport(
            sender.enrollment(),
            sealing.now(),
            entry.caller().sha256(),
            ended,
            heldBefore,
            sender.channel(vault),
            reports.seal(message, entry.body(), event, sealing),
            settings.hourlyEvents()),
        origins.of(request, sender.actor(), sender.subject()));
  }

  private ResponseEntity<byte[]> next(EnrollmentId enrollment, Optional<NextCommand> next) {
    if (next.isEmpty()) {
      return ResponseEntity.ok().build();
    }
    return payloads
        .of(enrollment, next.get())
        .map(payload -> ResponseEntity.ok().contentType(XML).body(payload))
        .orElseGet(
            () ->
                DeviceProblem.answer(
                    Refusal.STORE_UNAVAILABLE, "the next command can't be read now"));
  }
}
