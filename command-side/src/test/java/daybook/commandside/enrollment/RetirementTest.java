// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;
import static daybook.commandside.enrollment.Device.at;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandAnsweredLate;
import daybook.domain.command.CommandEvent.CommandCancelled;
import daybook.domain.command.CommandEvent.CommandDeferred;
import daybook.domain.command.CommandEvent.CommandDelivered;
import daybook.domain.command.CommandEvent.CommandFailed;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandEvent.CommandStuck;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.command.CommandId;
import daybook.domain.command.Delivery;
import daybook.domain.command.NextCommand;
import daybook.domain.command.ReportStatus;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentIntent.BlockDevice;
import daybook.domain.enrollment.EnrollmentIntent.ShredDevice;
import daybook.domain.push.PushEvent.PushRequested;
import daybook.domain.push.PushIntent.RecordPushAccepted;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import daybook.domain.retirement.RetirementEvent.RetiredDeviceTurnedAway;
import daybook.domain.retirement.RetirementEvent.RetirementFailed;
import daybook.domain.retirement.RetirementEvent.RetirementRequested;
import daybook.domain.retirement.RetirementIntent.RetireDevice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A device that an operator retires gets one last command, and is told to go if it comes again. */
class RetirementTest {
  private static final CommandId LAST = CommandId.of("last");
  private static final String PROFILE = "com.example.daybook";
  private static final long DAY = 86_400;

  private final Device mac = aMac();

  private Story<Enrollment> enrolled() {
    return Story.of(Enrollment.class)
        .given(
            mac.authenticates(0),
            mac.sendsToken(1),
            new RecordPushAccepted(mac.id(), at(12), Channel.DEVICE, 3, "id"));
  }

  private Story<Enrollment> retiring() {
    return enrolled().given(retires(20));
  }

  private Story<Enrollment> retired() {
    return retiring().given(mac.idles(30), mac.acknowledges(31, "last"), mac.leaves(32));
  }

  private RetireDevice retires(long seconds) {
    return retires(seconds, PROFILE);
  }

  private RetireDevice retires(long seconds, String profile) {
    return new RetireDevice(mac.id(), at(seconds), LAST, profile, mac.secret("payload"));
  }

  private CommandQueued lastQueued() {
    return new CommandQueued(
        Channel.DEVICE,
        LAST,
        "RemoveProfile",
        "RemoveProfile",
        Delivery.REPEAT,
        "retirement",
        null,
        null,
        0,
        Map.of("Identifier", PROFILE),
        mac.secret("payload"));
  }

  private static CommandCancelled cancelled(Channel channel, String command) {
    return new CommandCancelled(channel, CommandId.of(command), "ProfileList", "retirement");
  }

  @Test
  void itsLastCommandRemovesTheProfileAndAPushIsRequested() {
    enrolled()
        .when(retires(20))
        .records(
            new RetirementRequested(LAST),
            lastQueued(),
            new PushRequested(Channel.DEVICE, "retirement", at(20)))
        .accepted();
  }

  @Test
  void whatWasQueuedOnAnyChannelIsClosedFirst() {
    Device jane = mac.user("jane");
    enrolled()
        .given(jane.sendsToken(13), mac.gets(14, "a"), mac.gets(15, "b"), jane.gets(16, "c"))
        .when(retires(20))
        .records(
            new RetirementRequested(LAST),
            cancelled(Channel.DEVICE, "a"),
            cancelled(Channel.DEVICE, "b"),
            cancelled(jane.channel(), "c"),
            lastQueued());
  }

  @Test
  void nothingIsQueuedAfterTheLastCommand() {
    retiring().when(mac.gets(21, "a")).recordsNothing().refused(Refusal.RETIREMENT_PENDING);
  }

  @Test
  void askedAgainWhileItWaitsItIsRefused() {
    retiring().when(retires(21)).recordsNothing().refused(Refusal.RETIREMENT_PENDING);
  }

  @Test
  void withoutAKnownProfileThereIsNothingToRemove() {
    enrolled().when(retires(20, null)).recordsNothing().refused(Refusal.PROFILE_UNKNOWN);
  }

  @Test
  void onlyADeviceUnderManagementIsRetired() {
    Story.of(Enrollment.class)
        .when(retires(20, null))
        .recordsNothing()
        .refused(Refusal.NOT_ENROLLED);
    Story.of(Enrollment.class)
        .given(mac.authenticates(0))
        .when(retires(20))
        .recordsNothing()
        .refused(Refusal.NOT_ENROLLED);
    enrolled()
        .given(mac.leaves(15))
        .when(retires(20, null))
        .recordsNothing()
        .refused(Refusal.UNENROLLED);
    enrolled()
        .given(new BlockDevice(mac.id(), at(15)))
        .when(retires(20))
        .recordsNothing()
        .refused(Refusal.DEVICE_BLOCKED);
    retired().when(retires(40)).recordsNothing().refused(Refusal.DEVICE_RETIRED);
  }

  @Test
  void theDeviceGetsItsLastCommandAndNothingAfterIt() {
    retiring()
        .when(mac.idles(30))
        .recordsTypes(DeviceConnected.class, CommandDelivered.class)
        .answers(Optional.of(new NextCommand(LAST, "RemoveProfile", 6)));
    retiring()
        .given(mac.idles(30))
        .when(mac.acknowledges(31, "last"))
        .recordsTypes(CommandAcknowledged.class)
        .answers(Optional.empty());
  }

  @Test
  void theCommandThatWasOutIsClosedAndItsAnswerIsKept() {
    enrolled()
        .given(mac.gets(14, "a"), mac.idles(15), retires(16))
        .when(mac.answersLate(17, "a"))
        .recordsTypes(DeviceConnected.class, CommandAnsweredLate.class, CommandDelivered.class);
  }

  @Test
  void itIsRetiredWhenItChecksOut() {
    retiring()
        .given(mac.idles(30), mac.acknowledges(31, "last"))
        .when(mac.leaves(32))
        .records(new DeviceUnenrolled(mac.secret("message")), new DeviceRetired(LAST, "checkout"))
        .accepted();
  }

  @Test
  void aCheckOutWithoutAnswerOrEvenDeliveryRetiresItToo() {
    retiring()
        .when(mac.leaves(32))
        .recordsTypes(CommandCancelled.class, DeviceUnenrolled.class, DeviceRetired.class);
  }

  @Test
  void aReportThatTheCheckOutOvertookIsKeptAndGetsNothing() {
    retiring()
        .given(mac.idles(30), mac.leaves(31))
        .when(mac.answersLate(32, "last"))
        .recordsTypes(CommandAnsweredLate.class)
        .answers(Optional.empty());
    enrolled()
        .given(mac.gets(20, "a"), mac.idles(30), mac.leaves(31))
        .when(mac.answersLate(32, "a"))
        .recordsTypes(CommandAnsweredLate.class)
        .answers(Optional.empty());
  }

  @Test
  void aDeviceThatCanNotRemoveItsProfileStaysAndTakesCommandsAgain() {
    retiring()
        .given(mac.idles(30))
        .when(mac.reports(31, ReportStatus.ERROR, "last", "CommandFailed"))
        .recordsTypes(CommandFailed.class, RetirementFailed.class);
    retiring()
        .given(mac.idles(30), mac.reports(31, ReportStatus.ERROR, "last", "CommandFailed"))
        .when(mac.gets(32, "a"))
        .accepted();
  }

  @Test
  void aDeviceThatDefersIsAskedAgain() {
    retiring()
        .given(mac.idles(30))
        .when(mac.isNotReady(31, "last"))
        .recordsTypes(CommandDeferred.class);
    retiring()
        .given(mac.idles(30), mac.isNotReady(31, "last"))
        .when(mac.idles(100))
        .recordsTypes(DeviceConnected.class, CommandDelivered.class);
  }

  @Test
  void aDeviceThatNeverAnswersItsLastCommandStays() {
    Story<Enrollment> story = retiring();
    for (int i = 0; i < Deliveries.MOST_MISSES; i++) {
      story.given(mac.idles(30 + 100 * i));
    }
    story
        .when(mac.idles(30 + 100 * Deliveries.MOST_MISSES))
        .recordsTypes(DeviceConnected.class, CommandStuck.class, RetirementFailed.class);
  }

  @Test
  void oneThatAcknowledgedAndIsStillThereGetsNothingAndMayBeRetiredAgain() {
    retiring()
        .given(mac.idles(30), mac.acknowledges(31, "last"))
        .when(mac.idles(500))
        .recordsTypes(DeviceConnected.class)
        .answers(Optional.empty());
    retiring()
        .given(mac.idles(30), mac.acknowledges(31, "last"))
        .when(
            new RetireDevice(
                mac.id(), at(500), CommandId.of("second"), PROFILE, mac.secret("payload")))
        .recordsTypes(RetirementRequested.class, CommandQueued.class, PushRequested.class);
  }

  @Test
  void retiredItIsToldToGoAtEveryDoorAndThatIsRecordedOnceADay() {
    retired()
        .when(mac.idles(100))
        .records(new RetiredDeviceTurnedAway(LAST))
        .refused(Refusal.DEVICE_RETIRED);
    retired()
        .given(mac.idles(100))
        .when(mac.sendsToken(99 + DAY))
        .recordsNothing()
        .refused(Refusal.DEVICE_RETIRED);
    retired()
        .given(mac.idles(100))
        .when(mac.escrows(100 + DAY, "boot"))
        .records(new RetiredDeviceTurnedAway(LAST))
        .refused(Refusal.DEVICE_RETIRED);
  }

  @Test
  void aForeignCertificateIsNeverToldToGo() {
    retired()
        .when(mac.with("foreign").idles(100))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_NOT_PINNED);
  }

  @Test
  void itMayEnrollAnewAndIsADeviceLikeAnyOther() {
    retired()
        .when(mac.with("c2").authenticates(100))
        .recordsTypes(EnrollmentStarted.class)
        .accepted();
    retired()
        .given(mac.with("c2").authenticates(100), mac.with("c2").sendsToken(101))
        .when(mac.with("c2").gets(102, "a"))
        .accepted();
    retired()
        .given(mac.with("c2").authenticates(100), mac.with("c2").sendsToken(101))
        .when(mac.with("c2").leaves(102))
        .recordsTypes(DeviceUnenrolled.class);
  }

  @Test
  void aShreddingTakesTheLastCommandToo() {
    retiring()
        .when(new ShredDevice(mac.id(), at(30), 1, List.of("key")))
        .recordsTypes(CommandCancelled.class, DeviceShredded.class, RetirementFailed.class);
  }

  @Test
  void aRepeatedCheckOutIsTaken() {
    retired().when(mac.leaves(40)).recordsNothing().accepted();
  }
}
