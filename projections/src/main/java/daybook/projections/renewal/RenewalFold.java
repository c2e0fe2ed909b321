// SPDX-License-Identifier: Apache-2.0
package daybook.projections.renewal;

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
import daybook.domain.command.RenewalCommand;
import daybook.domain.enrollment.DeviceCertificate;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnblocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRenewed;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRevoked;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import daybook.domain.retirement.RetirementEvent.RetirementFailed;
import daybook.domain.retirement.RetirementEvent.RetirementRequested;
import daybook.projections.Fold;
import daybook.projections.Handlers;
import daybook.projections.store.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A try to renew waits until its command ends. One that the device answered in any way without
 * having renewed rests for the time that the command itself names; one that expired had no device,
 * and is followed at once. A new certificate forgets all tries.
 */
public final class RenewalFold implements Fold<RenewalView> {
  static final String NAME = "renewal";

  private final Handlers<RenewalView> handlers =
      new Handlers<RenewalView>()
          .on(EnrollmentStarted.class, (v, e, o) -> pinned(e.certificate(), false, false, false, o))
          .on(EnrollmentAdopted.class, (v, e, o) -> pinned(e.certificate(), true, false, false, o))
          .on(IdentityRenewed.class, RenewalFold::renewed)
          .on(DeviceEnrolled.class, (v, e, o) -> with(v, view -> view.withEnrolled(true)))
          .on(DeviceUnenrolled.class, (v, e, o) -> null)
          .on(DeviceRetired.class, (v, e, o) -> e.command() == null ? v : null)
          .on(IdentityRevoked.class, (v, e, o) -> null)
          .on(RetirementRequested.class, (v, e, o) -> with(v, view -> view.withLeaving(true)))
          .on(RetirementFailed.class, (v, e, o) -> with(v, view -> view.withLeaving(false)))
          .on(DeviceBlocked.class, (v, e, o) -> with(v, view -> view.withBlocked(true)))
          .on(DeviceUnblocked.class, (v, e, o) -> with(v, view -> view.withBlocked(false)))
          .on(DeviceShredded.class, (v, e, o) -> with(v, view -> view.rests(null)))
          .on(CommandQueued.class, RenewalFold::queued)
          .on(CommandAcknowledged.class, (v, e, o) -> failed(v, e.command(), o))
          .on(CommandFailed.class, (v, e, o) -> failed(v, e.command(), o))
          .on(CommandRefused.class, (v, e, o) -> failed(v, e.command(), o))
          .on(CommandStuck.class, (v, e, o) -> failed(v, e.command(), o))
          .on(CommandUnconfirmed.class, (v, e, o) -> failed(v, e.command(), o))
          .on(CommandResultTooLarge.class, (v, e, o) -> failed(v, e.command(), o))
          .on(CommandCancelled.class, (v, e, o) -> ended(v, e.command(), o.time()))
          .on(CommandExpired.class, (v, e, o) -> ended(v, e.command(), o.time()));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 4;
  }

  @Override
  public Class<RenewalView> document() {
    return RenewalView.class;
  }

  @Override
  public Handlers<RenewalView> handlers() {
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
    return List.of(Column.number("ends"), Column.text("issuer"), Column.number("free"));
  }

  @Override
  public Map<String, Object> indexes(RenewalView view) {
    Map<String, Object> values = new HashMap<>();
    boolean renewable = view.enrolled() && !view.leaving() && view.ours() && !view.blocked();
    Instant rests = view.restsUntil();
    values.put("ends", view.notAfter().toEpochMilli());
    values.put("issuer", view.enrolled() ? view.issuer() : null);
    values.put("free", !renewable ? null : rests == null ? 0L : (Long) rests.toEpochMilli());
    return values;
  }

  private static RenewalView pinned(
      DeviceCertificate certificate,
      boolean enrolled,
      boolean leaving,
      boolean blocked,
      OpenedEvent opened) {
    return RenewalView.of(
        opened.entry().stream().id(),
        certificate.sha256(),
        certificate.issuer(),
        certificate.notAfter(),
        certificate.session() != null,
        enrolled,
        leaving,
        blocked);
  }

  private static RenewalView renewed(RenewalView view, IdentityRenewed event, OpenedEvent opened) {
    return view == null
        ? null
        : pinned(event.certificate(), view.enrolled(), view.leaving(), view.blocked(), opened);
  }

  private static RenewalView queued(RenewalView view, CommandQueued event, OpenedEvent opened) {
    if (view == null || !event.name().equals(RenewalCommand.NAME)) {
      return view;
    }
    Map<String, String> parameters = event.safeParameters();
    return view.tried(
        event.command().value(),
        Integer.parseInt(parameters.get(RenewalCommand.ATTEMPT)),
        Duration.parse(parameters.get(RenewalCommand.RETRY_AFTER)),
        event.expiresAt());
  }

  private static RenewalView failed(RenewalView view, CommandId command, OpenedEvent opened) {
    return view == null || view.retryAfter() == null
        ? view
        : ended(view, command, opened.time().plus(view.retryAfter()));
  }

  private static RenewalView ended(RenewalView view, CommandId command, Instant restsUntil) {
    return view != null && view.waitsFor(command.value()) ? view.rests(restsUntil) : view;
  }

  private static RenewalView with(RenewalView view, UnaryOperator<RenewalView> change) {
    return view == null ? null : change.apply(view);
  }
}
