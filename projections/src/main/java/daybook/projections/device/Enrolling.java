// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.OpenedEvent;
import daybook.domain.enrollment.DeviceCertificate;
import daybook.domain.enrollment.DeviceIdentity;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.DeviceGrouped;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRenewed;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRevoked;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenConfirmed;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.group.DeviceGroups;
import java.time.Instant;

/** Coming under management and leaving it. */
final class Enrolling {
  private Enrolling() {}

  /** A new enrollment forgets what the former one was told, but not what the device is. */
  static void started(DeviceDraft device, EnrollmentStarted event, OpenedEvent opened) {
    reset(device);
    device.stream = opened.entry().stream().value();
    device.createdAt = device.createdAt == null ? opened.time() : device.createdAt;
    device.id = event.number();
    device.state = State.STARTED;
    device.checkoutAt = null;
    device.configuration = event.configuration();
    device.topic = event.topic();
    identify(device, event.identity(), opened);
    pin(device, event.certificate());
    Seen.onDevice(device, opened);
  }

  /** As a new enrollment, but the device has told nothing of itself, and no token. */
  static void adopted(DeviceDraft device, EnrollmentAdopted event, OpenedEvent opened) {
    reset(device);
    device.stream = opened.entry().stream().value();
    device.createdAt = device.createdAt == null ? opened.time() : device.createdAt;
    device.id = event.number();
    device.state = State.ENROLLED;
    device.enrolledAt = opened.time();
    device.checkoutAt = null;
    device.configuration = null;
    device.topic = null;
    boolean byUser = event.enrollmentId() != null && event.udid() == null;
    device.depEnrollment = false;
    device.userEnrollment = byUser;
    device.enrollmentType = byUser ? "user" : "manual";
    device.udid = byUser ? event.enrollmentId() : event.udid();
    device.serialNumber = byUser ? event.enrollmentId() : device.serialNumber;
    pin(device, event.certificate());
    Seen.onDevice(device, opened);
  }

  private static void reset(DeviceDraft device) {
    device.users.clear();
    device.depEnrollment = null;
    device.userEnrollment = null;
    device.supervised = null;
    device.awaitingConfiguration = null;
    device.lastIp = null;
    device.lastSeenAt = null;
    device.lastNotifiedAt = null;
    device.enrolledAt = null;
    device.toldAt = null;
    device.pushRequestedAt = null;
    device.lastPush = null;
    device.lastCommand = null;
    device.lastCommandState = null;
    device.lastCommandAt = null;
    device.turnedAwayAt = null;
    device.departure = DeviceDepartureView.NONE;
  }

  private static void identify(DeviceDraft device, DeviceIdentity identity, OpenedEvent opened) {
    boolean byUser = identity.enrollmentId() != null;
    device.depEnrollment = false;
    device.userEnrollment = byUser;
    device.supervised = byUser ? Boolean.FALSE : null;
    device.enrollmentType = byUser ? "user" : "manual";
    device.udid = byUser ? identity.enrollmentId() : identity.udid();
    device.serialNumber =
        byUser ? identity.enrollmentId() : or(identity.serialNumber(), device.serialNumber);
    device.model = or(or(identity.productName(), identity.model()), device.model);
    device.modelName = or(identity.modelName(), device.modelName);
    device.platform = or(identity.platform(), device.platform);
    device.osVersion = or(identity.osVersion(), device.osVersion);
    device.buildVersion = or(identity.buildVersion(), device.buildVersion);
    if (identity.deviceName() != null) {
      device.name = opened.text(identity.deviceName());
    }
  }

  static void grouped(DeviceDraft device, DeviceGrouped event, OpenedEvent opened) {
    device.groups = new DeviceGroups(event.businessUnit(), event.tags());
  }

  static void renewed(DeviceDraft device, IdentityRenewed event, OpenedEvent opened) {
    pin(device, event.certificate());
    Seen.onDevice(device, opened);
  }

  static void revoked(DeviceDraft device, IdentityRevoked event, OpenedEvent opened) {
    device.identityRevokedAt = opened.time();
    device.pushRequestedAt = null;
  }

  private static void pin(DeviceDraft device, DeviceCertificate certificate) {
    device.identityRevokedAt = null;
    device.certNotValidAfter = certificate.notAfter();
    device.certificate = certificate.sha256();
    device.identityMode = certificate.mode();
    device.session = certificate.session();
  }

  static void enrolled(DeviceDraft device, DeviceEnrolled event, OpenedEvent opened) {
    device.state = State.ENROLLED;
    device.enrolledAt = opened.time();
    device.checkoutAt = null;
  }

  static void pushTokenChanged(DeviceDraft device, PushTokenChanged event, OpenedEvent opened) {
    if (event.channel().isDevice()) {
      awaits(device, event.awaitingConfiguration());
      device.topic = or(device.topic, event.topic());
    } else {
      Users.named(device, event, opened);
    }
    Seen.on(device, event.channel(), opened);
  }

  static void pushTokenConfirmed(DeviceDraft device, PushTokenConfirmed event, OpenedEvent opened) {
    if (event.channel().isDevice()) {
      awaits(device, event.awaitingConfiguration());
    }
    Seen.on(device, event.channel(), opened);
  }

  /** What the device keeps secret with the server ends, and its users' channels. */
  static void unenrolled(DeviceDraft device, DeviceUnenrolled event, OpenedEvent opened) {
    Instant at = opened.time();
    Seen.onDevice(device, opened);
    device.state = State.UNENROLLED;
    device.checkoutAt = at;
    device.users.clear();
    device.pushRequestedAt = null;
    Escrow.gone(device);
  }

  /** Its queues, its users' channels and its escrow were sealed with what is dropped. */
  static void shredded(DeviceDraft device, DeviceShredded event, OpenedEvent opened) {
    device.shreddedAt = opened.time();
    device.users.clear();
    device.pushRequestedAt = null;
    Escrow.gone(device);
  }

  /** Whether it waits in Setup Assistant; a device that doesn't say changes nothing. */
  static void awaits(DeviceDraft device, Boolean awaitingConfiguration) {
    device.awaitingConfiguration = or(awaitingConfiguration, device.awaitingConfiguration);
  }

  /** The new value, or what is known when the device didn't tell. */
  static <T> T or(T told, T known) {
    return told == null ? known : told;
  }
}
