// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.IdentityMode;
import daybook.domain.group.DeviceGroups;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A device while a fold changes it: the components of its view, and of what only pages tell. */
final class DeviceDraft {
  long id;
  List<DeviceUserView> users = new ArrayList<>();
  String udid;
  String serialNumber;
  String name;
  String model;
  String platform;
  String osVersion = "";
  String buildVersion = "";
  Boolean appleSilicon;
  Instant certNotValidAfter;
  Boolean awaitingConfiguration;
  Boolean depEnrollment;
  Boolean userEnrollment;
  Boolean supervised;
  boolean bootstrapTokenEscrowed;
  String lastIp;
  Instant lastSeenAt;
  Instant lastNotifiedAt;
  Instant checkoutAt;
  Instant blockedAt;
  Instant createdAt;
  Instant updatedAt;

  String stream;
  DeviceGroups groups = DeviceGroups.NONE;
  EnrollmentSummary.State state;
  String enrollmentType;
  String modelName;
  String topic;
  String certificate;
  IdentityMode identityMode;
  String configuration;
  String session;
  Instant enrolledAt;
  Instant toldAt;
  Instant pushRequestedAt;
  String lastPush;
  String lastCommand;
  String lastCommandState;
  Instant lastCommandAt;
  boolean unlockTokenEscrowed;
  String throttledHour;
  Instant shreddedAt;
  Instant turnedAwayAt;
  Instant identityRevokedAt;
  Instant archivedAt;
  DeviceSilenceView silence = DeviceSilenceView.NONE;
  DeviceDepartureView departure = DeviceDepartureView.NONE;

  static DeviceDraft of(DeviceView view) {
    DeviceDraft draft = new DeviceDraft();
    if (view != null) {
      draft.read(view);
      draft.read(view.life());
    }
    return draft;
  }

  private void read(DeviceView view) {
    id = view.id();
    users.addAll(view.users());
    udid = view.udid();
    serialNumber = view.serialNumber();
    name = view.name();
    model = view.model();
    platform = view.platform();
    osVersion = view.osVersion();
    buildVersion = view.buildVersion();
    appleSilicon = view.appleSilicon();
    certNotValidAfter = view.certNotValidAfter();
    awaitingConfiguration = view.awaitingConfiguration();
    depEnrollment = view.depEnrollment();
    userEnrollment = view.userEnrollment();
    supervised = view.supervised();
    bootstrapTokenEscrowed = view.bootstrapTokenEscrowed();
    lastIp = view.lastIp();
    lastSeenAt = view.lastSeenAt();
    lastNotifiedAt = view.lastNotifiedAt();
    checkoutAt = view.checkoutAt();
    blockedAt = view.blockedAt();
    createdAt = view.createdAt();
    updatedAt = view.updatedAt();
  }

  private void read(DeviceLifeView life) {
    stream = life.stream();
    groups = life.groups();
    state = life.state();
    enrollmentType = life.enrollmentType();
    modelName = life.modelName();
    topic = life.topic();
    certificate = life.certificate();
    identityMode = life.identityMode();
    configuration = life.configuration();
    session = life.session();
    enrolledAt = life.enrolledAt();
    toldAt = life.toldAt();
    pushRequestedAt = life.pushRequestedAt();
    lastPush = life.lastPush();
    lastCommand = life.lastCommand();
    lastCommandState = life.lastCommandState();
    lastCommandAt = life.lastCommandAt();
    unlockTokenEscrowed = life.unlockTokenEscrowed();
    throttledHour = life.throttledHour();
    shreddedAt = life.shreddedAt();
    turnedAwayAt = life.turnedAwayAt();
    identityRevokedAt = life.identityRevokedAt();
    archivedAt = life.archivedAt();
    silence = life.silence();
    departure = life.departure();
  }

  /** The view; what no event tells yet is null, false or empty as the API wants it. */
  DeviceView view() {
    return new DeviceView(
        id,
        List.copyOf(users),
        null,
        udid,
        serialNumber,
        name,
        model,
        platform,
        osVersion,
        buildVersion,
        appleSilicon,
        certNotValidAfter,
        null,
        null,
        null,
        awaitingConfiguration,
        false,
        depEnrollment,
        userEnrollment,
        null,
        supervised,
        bootstrapTokenEscrowed,
        null,
        false,
        false,
        null,
        null,
        false,
        null,
        lastIp,
        lastSeenAt,
        lastNotifiedAt,
        checkoutAt,
        blockedAt,
        createdAt,
        updatedAt,
        life());
  }

  private DeviceLifeView life() {
    return new DeviceLifeView(
        stream,
        groups,
        state,
        enrollmentType,
        modelName,
        topic,
        certificate,
        identityMode,
        configuration,
        session,
        enrolledAt,
        toldAt,
        pushRequestedAt,
        lastPush,
        lastCommand,
        lastCommandState,
        lastCommandAt,
        unlockTokenEscrowed,
        throttledHour,
        shreddedAt,
        turnedAwayAt,
        identityRevokedAt,
        archivedAt,
        silence,
        departure);
  }
}
