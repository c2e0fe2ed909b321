// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

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
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.command.CommandEvent.DeviceInformationReported;
import daybook.domain.command.CommandEvent.DeviceInformationUnchanged;
import daybook.domain.command.CommandEvent.UnknownCommandReported;
import daybook.domain.enrollment.EnrollmentEvent.BlockedDeviceTurnedAway;
import daybook.domain.enrollment.EnrollmentEvent.CheckinDeclined;
import daybook.domain.enrollment.EnrollmentEvent.DeviceArchived;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.DeviceGrouped;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceSilent;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnarchived;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnblocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentThrottled;
import daybook.domain.enrollment.EnrollmentEvent.ExpiredIdentityAdmitted;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRenewed;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRevoked;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenConfirmed;
import daybook.domain.enrollment.EnrollmentEvent.UserChannelDeclined;
import daybook.domain.enrollment.EnrollmentEvent.UserEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.UserUnenrolled;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenEscrowed;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenReleased;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenRemoved;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenWithheld;
import daybook.domain.escrow.EscrowEvent.UnlockTokenEscrowed;
import daybook.domain.push.PushEvent.PushAccepted;
import daybook.domain.push.PushEvent.PushImpossible;
import daybook.domain.push.PushEvent.PushRejected;
import daybook.domain.push.PushEvent.PushRequested;
import daybook.domain.push.PushEvent.RemovalPresumed;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import daybook.domain.retirement.RetirementEvent.RetiredDeviceTurnedAway;
import daybook.domain.retirement.RetirementEvent.RetirementFailed;
import daybook.domain.retirement.RetirementEvent.RetirementRequested;
import daybook.projections.Fold;
import daybook.projections.Handlers;
import daybook.projections.store.Column;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One document per enrollment, from its first Authenticate on. This is the table of its events. */
public final class DeviceFold implements Fold<DeviceView> {
  public static final String NAME = "device";

  private final Handlers<DeviceView> handlers =
      new DeviceHandlers()
          .first(EnrollmentStarted.class, Enrolling::started)
          .on(DeviceGrouped.class, Enrolling::grouped)
          .first(EnrollmentAdopted.class, Enrolling::adopted)
          .on(IdentityRenewed.class, Enrolling::renewed)
          .on(IdentityRevoked.class, Enrolling::revoked)
          .on(DeviceEnrolled.class, Enrolling::enrolled)
          .on(PushTokenChanged.class, Enrolling::pushTokenChanged)
          .on(PushTokenConfirmed.class, Enrolling::pushTokenConfirmed)
          .on(DeviceUnenrolled.class, Enrolling::unenrolled)
          .on(UserEnrolled.class, Users::enrolled)
          .on(UserUnenrolled.class, Users::unenrolled)
          .on(UserChannelDeclined.class, (d, e, o) -> Seen.on(d, e.channel(), o))
          .on(ExpiredIdentityAdmitted.class, (d, e, o) -> Seen.onDevice(d, o))
          .on(CheckinDeclined.class, (d, e, o) -> Seen.on(d, e.channel(), o))
          .on(EnrollmentThrottled.class, (d, e, o) -> d.throttledHour = e.hour())
          .on(DeviceBlocked.class, Blocking::blocked)
          .on(DeviceUnblocked.class, Blocking::unblocked)
          .on(BlockedDeviceTurnedAway.class, Blocking::turnedAway)
          .on(DeviceSilent.class, (d, e, o) -> d.silence = d.silence.told(e.since(), e.causes()))
          .on(DeviceArchived.class, (d, e, o) -> d.archivedAt = o.time())
          .on(DeviceUnarchived.class, (d, e, o) -> d.archivedAt = null)
          .on(RetirementRequested.class, Retiring::requested)
          .on(RetirementFailed.class, Retiring::failed)
          .on(DeviceRetired.class, Retiring::retired)
          .on(RetiredDeviceTurnedAway.class, Retiring::turnedAway)
          .on(DeviceShredded.class, Enrolling::shredded)
          .on(BootstrapTokenEscrowed.class, Escrow::bootstrapTokenEscrowed)
          .on(BootstrapTokenRemoved.class, Escrow::bootstrapTokenRemoved)
          .on(BootstrapTokenReleased.class, (d, e, o) -> Seen.onDevice(d, o))
          .on(BootstrapTokenWithheld.class, (d, e, o) -> Seen.onDevice(d, o))
          .on(UnlockTokenEscrowed.class, Escrow::unlockTokenEscrowed)
          .on(DeviceConnected.class, Pushes::connected)
          .on(PushRequested.class, Pushes::requested)
          .on(PushAccepted.class, Pushes::accepted)
          .on(PushRejected.class, (d, e, o) -> Pushes.failed(d, e.channel(), e.reason()))
          .on(RemovalPresumed.class, DeviceFold::presumed)
          .on(PushImpossible.class, (d, e, o) -> Pushes.failed(d, e.channel(), "impossible"))
          .on(CommandQueued.class, Commands.changed("queued", CommandQueued::requestType))
          .on(CommandDelivered.class, Commands.changed("delivered", CommandDelivered::requestType))
          .on(
              CommandAcknowledged.class,
              Commands.reported("acknowledged", CommandAcknowledged::requestType))
          .on(CommandFailed.class, Commands.reported("failed", CommandFailed::requestType))
          .on(CommandRefused.class, Commands.reported("refused", CommandRefused::requestType))
          .on(CommandDeferred.class, Commands.reported("deferred", CommandDeferred::requestType))
          .on(CommandAnsweredLate.class, (d, e, o) -> Seen.on(d, e.channel(), o))
          .on(UnknownCommandReported.class, (d, e, o) -> Seen.on(d, e.channel(), o))
          .on(CommandStuck.class, Commands.changed("stuck", CommandStuck::requestType))
          .on(
              CommandUnconfirmed.class,
              Commands.changed("unconfirmed", CommandUnconfirmed::requestType))
          .on(CommandCancelled.class, Commands.changed("cancelled", CommandCancelled::requestType))
          .on(CommandExpired.class, Commands.changed("expired", CommandExpired::requestType))
          .on(
              CommandResultTooLarge.class,
              Commands.reported("too large", CommandResultTooLarge::requestType))
          .on(DeviceInformationReported.class, Inventory::reported)
          .on(DeviceInformationUnchanged.class, Inventory::unchanged)
          .handlers();

  private static void presumed(DeviceDraft device, RemovalPresumed event, OpenedEvent opened) {
    if (event.channel().isDevice()) {
      device.silence = device.silence.removedAt(event.since());
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 10;
  }

  @Override
  public Class<DeviceView> document() {
    return DeviceView.class;
  }

  @Override
  public Handlers<DeviceView> handlers() {
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
    return DeviceIndexes.COLUMNS;
  }

  @Override
  public Map<String, Object> indexes(DeviceView view) {
    return DeviceIndexes.of(view);
  }
}
