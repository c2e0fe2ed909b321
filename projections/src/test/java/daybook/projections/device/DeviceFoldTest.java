// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Actor;
import daybook.domain.LogEntry;
import daybook.domain.Origin;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandDeferred;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.command.CommandEvent.DeviceInformationReported;
import daybook.domain.command.CommandEvent.DeviceInformationUnchanged;
import daybook.domain.command.CommandId;
import daybook.domain.command.DeviceFacts;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.DeviceCertificate;
import daybook.domain.enrollment.DeviceIdentity;
import daybook.domain.enrollment.EnrollmentEvent.BlockedDeviceTurnedAway;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnblocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRenewed;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenConfirmed;
import daybook.domain.enrollment.EnrollmentEvent.UserEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.UserUnenrolled;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.enrollment.IdentityMode;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenEscrowed;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenRemoved;
import daybook.domain.escrow.EscrowEvent.UnlockTokenEscrowed;
import daybook.domain.push.PushEvent.PushAccepted;
import daybook.domain.push.PushEvent.PushRejected;
import daybook.domain.push.PushEvent.PushRequested;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import daybook.domain.retirement.RetirementEvent.RetiredDeviceTurnedAway;
import daybook.domain.retirement.RetirementEvent.RetirementFailed;
import daybook.domain.retirement.RetirementEvent.RetirementRequested;
import daybook.projections.house.Folding;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Story;
import daybook.projections.store.DocumentJson;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Given events, this document. */
class DeviceFoldTest {
  private static final CommandId COMMAND = new CommandId("command-1");
  private final MemoryLog log = new MemoryLog();
  private final Story mac = new Story(log, 42);
  private final DeviceFold fold = new DeviceFold();

  @Test
  void aFreshDeviceHasWhatItSaidAndNothingElse() {
    LogEntry started = mac.starts();
    DeviceView device = view();
    assertThat(device.id()).isEqualTo(42);
    assertThat(device.udid()).isEqualTo(mac.device().value());
    assertThat(device.serialNumber()).isEqualTo(mac.serial());
    assertThat(device.name()).isEqualTo(Story.NAME);
    assertThat(device.model()).isEqualTo("Mac14,2");
    assertThat(device.platform()).isEqualTo("macOS");
    assertThat(device.osVersion()).isEqualTo("15.5");
    assertThat(device.buildVersion()).isEqualTo("24F74");
    assertThat(device.certNotValidAfter()).isEqualTo(Story.NOT_AFTER);
    assertThat(device.depEnrollment()).isFalse();
    assertThat(device.userEnrollment()).isFalse();
    assertThat(device.supervised()).isNull();
    assertThat(device.appleSilicon()).isNull();
    assertThat(device.awaitingConfiguration()).isNull();
    assertThat(device.declarativeManagement()).isFalse();
    assertThat(device.bootstrapTokenEscrowed()).isFalse();
    assertThat(device.filevaultEnabled()).isNull();
    assertThat(device.lastIp()).isEqualTo(Story.ADDRESS);
    assertThat(device.createdAt()).isEqualTo(started.time()).isEqualTo(device.updatedAt());
    assertThat(device.life().state()).isEqualTo(State.STARTED);
  }

  @Test
  void aDeviceThatIsUnenrolledIsRetiredUntilItEnrollsAnew() {
    mac.starts();
    mac.says(new DeviceEnrolled());
    assertThat(view().condition()).isEqualTo(DeviceConditionView.ENROLLED);
    mac.says(new RetirementRequested(COMMAND));
    assertThat(view().condition()).isEqualTo(DeviceConditionView.UNENROLLING);
    mac.says(new RetirementFailed(COMMAND, "CommandFailed"));
    assertThat(view().condition()).isEqualTo(DeviceConditionView.ENROLLED);
    mac.says(new RetirementRequested(COMMAND));
    mac.says(new DeviceUnenrolled(Story.secret()));
    Instant gone = mac.says(new DeviceRetired(COMMAND, "checkout")).time();
    assertThat(view().condition()).isEqualTo(DeviceConditionView.RETIRED);
    assertThat(view().own().lifeCycle().retiredAt()).isEqualTo(gone);
    Instant came = mac.says(new RetiredDeviceTurnedAway(COMMAND)).time();
    assertThat(view().life().turnedAwayAt()).isEqualTo(came);
    mac.starts();
    assertThat(view().condition()).isEqualTo(DeviceConditionView.ENROLLING);
    assertThat(view().life().departure()).isEqualTo(DeviceDepartureView.NONE);
  }

  @Test
  void aDeviceThatSaysLittleHasEmptyVersionsAndNoName() {
    mac.says(
        started(
            1,
            true,
            new DeviceIdentity(
                mac.device().value(),
                null,
                null,
                null,
                "iPhone",
                null,
                "iOS",
                null,
                null,
                null,
                null,
                null)));
    DeviceView device = view();
    assertThat(device.osVersion()).isEmpty();
    assertThat(device.buildVersion()).isEmpty();
    assertThat(device.name()).isNull();
    assertThat(device.serialNumber()).isNull();
    assertThat(device.model()).isEqualTo("iPhone");
  }

  @Test
  void inAUserEnrollmentTheEnrollmentIdStandsForTheDevice() {
    mac.says(
        started(
            1,
            true,
            new DeviceIdentity(
                null,
                "ENROLLMENT-ID",
                "SECRET-SERIAL",
                "Mac15,3",
                null,
                null,
                "macOS",
                "15.0",
                "24A335",
                null,
                null,
                null)));
    DeviceView device = view();
    assertThat(device.udid()).isEqualTo("ENROLLMENT-ID");
    assertThat(device.serialNumber()).isEqualTo("ENROLLMENT-ID");
    assertThat(device.userEnrollment()).isTrue();
    assertThat(device.supervised()).isFalse();
    mac.says(told(facts("OTHER", null, null)));
    assertThat(view().serialNumber()).isEqualTo("ENROLLMENT-ID");
  }

  @Test
  void theFirstPushTokenCompletesTheEnrollment() {
    mac.enrolls();
    assertThat(view().life().state()).isEqualTo(State.ENROLLED);
    assertThat(view().life().enrolledAt()).isEqualTo(MemoryLog.START.plusSeconds(2));
  }

  @Test
  void inventoryFillsTheDeviceAndAnAbsentKeyOverwritesNothing() {
    mac.enrolls();
    mac.says(told(facts("NEW-SERIAL", "15.6", "(a)")));
    DeviceView told = view();
    assertThat(told.osVersion()).isEqualTo("15.6 (a)");
    assertThat(told.buildVersion()).isEqualTo("24G85a");
    assertThat(told.serialNumber()).isEqualTo("NEW-SERIAL");
    assertThat(told.name()).isEqualTo("Kid’s Mac");
    assertThat(told.appleSilicon()).isTrue();
    assertThat(told.supervised()).isTrue();
    mac.says(
        told(
            new DeviceFacts(
                null, null, null, null, null, "macOS", null, null, null, null, null, null, null,
                null, null)));
    DeviceView after = view();
    assertThat(after.osVersion()).isEqualTo("15.6 (a)");
    assertThat(after.buildVersion()).isEqualTo("24G85a");
    assertThat(after.name()).isEqualTo("Kid’s Mac");
    assertThat(after.appleSilicon()).isTrue();
    mac.says(told(facts(null, "15.7", null)));
    assertThat(view().osVersion()).isEqualTo("15.7");
    assertThat(view().buildVersion()).isEqualTo("24G85a");
  }

  @Test
  void whatAUserChannelTellsIsNotTheDevices() {
    mac.enrolls();
    mac.says(new DeviceInformationReported(Story.USER, COMMAND, facts("X", "1", null)));
    assertThat(view().serialNumber()).isEqualTo(mac.serial());
    mac.says(new PushTokenConfirmed(Story.USER, true));
    assertThat(view().awaitingConfiguration()).isNull();
  }

  @Test
  void awaitingConfigurationStaysUntilTheDeviceSaysOtherwise() {
    mac.enrolls();
    mac.says(new PushTokenConfirmed(Channel.DEVICE, true));
    mac.says(new PushTokenConfirmed(Channel.DEVICE, null));
    assertThat(view().awaitingConfiguration()).isTrue();
    mac.says(new BootstrapTokenEscrowed(Story.secret(), false));
    assertThat(view().awaitingConfiguration()).isFalse();
  }

  @Test
  void escrowIsAFlag() {
    mac.enrolls();
    mac.says(new BootstrapTokenEscrowed(Story.secret(), null));
    assertThat(view().bootstrapTokenEscrowed()).isTrue();
    mac.says(new BootstrapTokenRemoved(null));
    assertThat(view().bootstrapTokenEscrowed()).isFalse();
    mac.says(new UnlockTokenEscrowed(Story.USER, Story.secret()));
    assertThat(view().life().unlockTokenEscrowed()).isFalse();
    mac.says(new UnlockTokenEscrowed(Channel.DEVICE, Story.secret()));
    assertThat(view().life().unlockTokenEscrowed()).isTrue();
  }

  @Test
  void aPushIsOpenUntilItsOutcomeOrTheDevicesComing() {
    mac.enrolls();
    LogEntry asked = push();
    assertThat(view().life().pushRequestedAt()).isEqualTo(asked.time());
    LogEntry taken = mac.happens(new PushAccepted(Channel.DEVICE, "id"), Actor.policy("Wake"));
    assertThat(view().lastNotifiedAt()).isEqualTo(taken.time());
    assertThat(view().life().pushRequestedAt()).isNull();
    push();
    mac.happens(new PushRejected(Channel.DEVICE, "Unregistered"), Actor.policy("Wake"));
    assertThat(view().life().lastPush()).isEqualTo("Unregistered");
    assertThat(view().lastNotifiedAt()).isEqualTo(taken.time());
    push();
    LogEntry came = mac.says(new DeviceConnected(Channel.DEVICE));
    assertThat(view().life().pushRequestedAt()).isNull();
    assertThat(view().lastSeenAt()).isEqualTo(came.time());
  }

  @Test
  void theServersOwnDoingsDoNotCountAsSeen() {
    mac.enrolls();
    Instant seen = view().lastSeenAt();
    push();
    LogEntry queued = mac.queues("command-1", "DeviceLock");
    assertThat(view().lastSeenAt()).isEqualTo(seen);
    assertThat(view().updatedAt()).isEqualTo(queued.time());
  }

  @Test
  void theLastCommandIsTold() {
    mac.enrolls();
    mac.queues("command-1", "DeviceLock");
    assertThat(view().life().lastCommandState()).isEqualTo("queued");
    mac.says(new CommandDeferred(Channel.DEVICE, COMMAND, "DeviceLock", Story.report()));
    assertThat(view().life().lastCommandState()).isEqualTo("deferred");
    mac.says(new CommandAcknowledged(Channel.DEVICE, COMMAND, "DeviceLock", Story.report()));
    assertThat(view().life().lastCommandState()).isEqualTo("acknowledged");
    assertThat(view().life().lastCommand()).isEqualTo("DeviceLock");
  }

  @Test
  void usersAreTheDevicesOwnAndKeepTheirNumbers() {
    mac.enrolls();
    LogEntry came = mac.says(new UserEnrolled(Story.USER));
    mac.says(userToken());
    LogEntry seen = mac.says(new DeviceConnected(Story.USER));
    DeviceUserView user = view().users().get(0);
    assertThat(view().users()).hasSize(1);
    assertThat(user.id()).isEqualTo(came.index());
    assertThat(user.userId()).isEqualTo("USER-ID");
    assertThat(user.shortName()).isEqualTo("jane");
    assertThat(user.longName()).isEqualTo("Jane Doe");
    assertThat(user.enrollmentId()).isNull();
    assertThat(user.createdAt()).isEqualTo(came.time());
    assertThat(user.lastSeenAt()).isEqualTo(seen.time());
    assertThat(user.lastIp()).isEqualTo(Story.ADDRESS);
    assertThat(view().lastSeenAt()).as("the device's own").isBefore(seen.time());
    mac.says(new UserUnenrolled(Story.USER, null));
    assertThat(view().users()).isEmpty();
  }

  @Test
  void aTokenThatComesBeforeItsUserMakesOneUserToo() {
    mac.enrolls();
    mac.says(userToken());
    mac.says(new UserEnrolled(Story.USER));
    assertThat(view().users()).hasSize(1);
    mac.says(new DeviceConnected(Channel.ofUser("guest")));
    assertThat(view().users()).as("a guest is no user").hasSize(1);
  }

  @Test
  void aRenewalChangesTheCertificateAlone() {
    mac.enrolls();
    Instant later = Story.NOT_AFTER.plusSeconds(60);
    mac.says(
        new IdentityRenewed(
            new DeviceCertificate(
                "c2", MemoryLog.START, later, "CN=Daybook", "session2", IdentityMode.TLS),
            "c42",
            Story.secret()));
    assertThat(view().certNotValidAfter()).isEqualTo(later);
    assertThat(view().life().certificate()).isEqualTo("c2");
    assertThat(view().life().state()).isEqualTo(State.ENROLLED);
  }

  @Test
  void enrollingAnewForgetsTheFormerEnrollmentButNotTheDevice() {
    mac.enrolls();
    mac.says(userToken());
    mac.says(told(facts("SERIAL", "15.6", null)));
    mac.says(new BootstrapTokenEscrowed(Story.secret(), true));
    mac.happens(new PushAccepted(Channel.DEVICE, "id"), Actor.policy("Wake"));
    Instant created = view().createdAt();
    mac.says(
        started(
            42,
            false,
            new DeviceIdentity(
                mac.device().value(),
                null,
                "SERIAL",
                "Mac14,2",
                null,
                null,
                "macOS",
                null,
                null,
                null,
                null,
                null)));
    DeviceView anew = view();
    assertThat(anew.createdAt()).isEqualTo(created);
    assertThat(anew.users()).isEmpty();
    assertThat(anew.supervised()).isNull();
    assertThat(anew.awaitingConfiguration()).isNull();
    assertThat(anew.lastNotifiedAt()).isNull();
    assertThat(anew.life().toldAt()).isNull();
    assertThat(anew.life().state()).isEqualTo(State.STARTED);
    assertThat(anew.bootstrapTokenEscrowed()).as("only a CheckOut clears it").isTrue();
    assertThat(anew.osVersion()).isEqualTo("15.6");
    assertThat(anew.name()).isEqualTo("Kid’s Mac");
    assertThat(anew.appleSilicon()).isTrue();
  }

  @Test
  void checkingOutEndsItsUsersAndItsEscrow() {
    mac.enrolls();
    mac.says(userToken());
    mac.says(new BootstrapTokenEscrowed(Story.secret(), null));
    LogEntry gone = mac.says(new DeviceUnenrolled(Story.secret()));
    assertThat(view().checkoutAt()).isEqualTo(gone.time());
    assertThat(view().users()).isEmpty();
    assertThat(view().bootstrapTokenEscrowed()).isFalse();
    assertThat(view().life().state()).isEqualTo(State.UNENROLLED);
    mac.enrolls();
    assertThat(view().checkoutAt()).isNull();
  }

  @Test
  void aBlockIsShownUntilAnOperatorEndsIt() {
    mac.enrolls();
    LogEntry blocked = mac.happens(new DeviceBlocked(), Actor.operator("a"));
    assertThat(view().blockedAt()).isEqualTo(blocked.time());
    assertThat(view().life().state()).as("blocked, not yet unenrolled").isEqualTo(State.ENROLLED);
    LogEntry came = mac.says(new BlockedDeviceTurnedAway());
    assertThat(view().life().turnedAwayAt()).isEqualTo(came.time());
    assertThat(view().lastSeenAt()).isEqualTo(came.time());
    mac.says(new DeviceUnenrolled(Story.secret()));
    assertThat(view().blockedAt()).isEqualTo(blocked.time());
    mac.happens(new DeviceUnblocked(), Actor.operator("a"));
    assertThat(view().blockedAt()).isNull();
    assertThat(view().life().turnedAwayAt()).isNull();
  }

  @Test
  void anEventWithoutAnAddressKeepsTheKnownOne() {
    mac.enrolls();
    log.append(
        mac.device().stream(),
        new DeviceInformationUnchanged(Channel.DEVICE, COMMAND),
        Origin.of(Actor.server(), "request"));
    mac.happens(new DeviceConnected(Channel.DEVICE), Actor.server());
    assertThat(view().lastIp()).isEqualTo(Story.ADDRESS);
  }

  @Test
  void foldingEachEventTwiceChangesNothing() {
    mac.enrolls();
    mac.says(userToken());
    mac.says(told(facts("SERIAL", "15.6", "(a)")));
    push();
    mac.says(new DeviceConnected(Story.USER));
    byte[] once = new DocumentJson<>(DeviceView.class).write(view());
    assertThat(Folding.twice(fold, log, mac.device().stream().value())).isEqualTo(once);
  }

  @Test
  void aStoredDocumentComesBackAsItWas() {
    mac.enrolls();
    mac.says(userToken());
    DocumentJson<DeviceView> json = new DocumentJson<>(DeviceView.class);
    assertThat(json.read(json.write(view()))).isEqualTo(view());
  }

  private DeviceView view() {
    return Folding.of(fold, log, mac.device().stream().value());
  }

  private LogEntry push() {
    return mac.happens(
        new PushRequested(Channel.DEVICE, "command", MemoryLog.START), Actor.server());
  }

  private PushTokenChanged userToken() {
    return new PushTokenChanged(
        Story.USER,
        "topic",
        Story.secret(),
        Story.secret(),
        null,
        mac.personal("USER-ID"),
        mac.personal("jane"),
        mac.personal("Jane Doe"),
        Story.secret());
  }

  private static EnrollmentStarted started(long number, boolean first, DeviceIdentity identity) {
    return new EnrollmentStarted(
        number, first, Story.certificate("c"), null, "topic", identity, Story.secret());
  }

  private static DeviceInformationReported told(DeviceFacts facts) {
    return new DeviceInformationReported(Channel.DEVICE, COMMAND, facts);
  }

  private DeviceFacts facts(String serial, String osVersion, String extra) {
    return new DeviceFacts(
        mac.device().value(),
        serial,
        "Mac14,2",
        "Z160",
        "MacBook Air",
        "macOS",
        osVersion,
        extra,
        "24G84",
        "24G85a",
        true,
        true,
        null,
        mac.personal("Kid’s Mac"),
        null);
  }
}
