// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;
import static daybook.commandside.enrollment.Device.at;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandAnsweredLate;
import daybook.domain.command.CommandEvent.CommandDeferred;
import daybook.domain.command.CommandEvent.CommandDelivered;
import daybook.domain.command.CommandEvent.CommandExpired;
import daybook.domain.command.CommandEvent.CommandFailed;
import daybook.domain.command.CommandEvent.CommandRefused;
import daybook.domain.command.CommandEvent.CommandResultTooLarge;
import daybook.domain.command.CommandEvent.CommandStuck;
import daybook.domain.command.CommandEvent.CommandUnconfirmed;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.command.CommandEvent.DeviceInformationReported;
import daybook.domain.command.CommandEvent.DeviceInformationUnchanged;
import daybook.domain.command.CommandEvent.ReportPartRecorded;
import daybook.domain.command.CommandEvent.UnknownCommandReported;
import daybook.domain.command.CommandId;
import daybook.domain.command.Delivery;
import daybook.domain.command.ErrorItem;
import daybook.domain.command.NextCommand;
import daybook.domain.command.ReportStatus;
import daybook.domain.enrollment.Channel;
import daybook.domain.push.PushEvent.PushRequested;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A device asks for work and reports on it. */
class SessionTest {
  private static final Channel DEVICE = Channel.DEVICE;
  private static final DeviceConnected CONNECTED = new DeviceConnected(DEVICE);

  /** Sequence of the first command that a test queues: four events come before. */
  private static final long FIRST = 4;

  private final Device mac = aMac();
  private final Story<Enrollment> story =
      Story.of(Enrollment.class).given(mac.authenticates(0), mac.sendsToken(1));

  private static CommandDelivered delivered(String id, int attempt) {
    return new CommandDelivered(DEVICE, new CommandId(id), "ProfileList", attempt);
  }

  private CommandAcknowledged acknowledged(String id) {
    return new CommandAcknowledged(DEVICE, new CommandId(id), "ProfileList", mac.sealedReport());
  }

  private static Optional<NextCommand> next(String id, long sequence) {
    return Optional.of(new NextCommand(new CommandId(id), "ProfileList", sequence));
  }

  @Test
  void anIdleBeginsASession() {
    story.when(mac.idles(20)).records(CONNECTED).answers(Optional.empty());
  }

  @Test
  void aFurtherIdleLeavesNoTrace() {
    story.given(mac.idles(20)).when(mac.idles(79)).recordsNothing().answers(Optional.empty());
  }

  @Test
  void anIdleAMinuteLaterIsTold() {
    story.given(mac.idles(20)).when(mac.idles(80)).records(CONNECTED);
  }

  @Test
  void aFurtherIdleThatGetsACommandIsTold() {
    story
        .given(mac.idles(20), mac.gets(30, "a"))
        .when(mac.idles(31))
        .records(CONNECTED, delivered("a", 1))
        .answers(next("a", FIRST + 1));
  }

  @Test
  void theFirstCommandGoesOutFirst() {
    story
        .given(mac.gets(20, "a"), mac.gets(21, "b"))
        .when(mac.idles(30))
        .records(CONNECTED, delivered("a", 1))
        .answers(next("a", FIRST));
  }

  @Test
  void aHigherPriorityGoesBefore() {
    story
        .given(
            mac.gets(20, "a"),
            mac.gets(21, "b", "ProfileList", Delivery.REPEAT, null, null, 5, false))
        .when(mac.idles(30))
        .answers(next("b", FIRST + 1));
  }

  @Test
  void aReportClosesTheCommandAndBringsTheNext() {
    story
        .given(mac.gets(20, "a"), mac.gets(21, "b"), mac.idles(30))
        .when(mac.acknowledges(31, "a"))
        .records(acknowledged("a"), delivered("b", 1))
        .answers(next("b", FIRST + 1));
  }

  @Test
  void theLastReportEndsTheSession() {
    story
        .given(mac.gets(20, "a"), mac.idles(30))
        .when(mac.acknowledges(31, "a"))
        .records(acknowledged("a"))
        .answers(Optional.empty());
  }

  @Test
  void anErrorIsAFailureWithItsChain() {
    story
        .given(mac.gets(20, "a"), mac.idles(30))
        .when(mac.reports(31, ReportStatus.ERROR, "a", "CommandFailed"))
        .records(
            new CommandFailed(
                DEVICE,
                new CommandId("a"),
                "ProfileList",
                List.of(new ErrorItem("MCMDMErrorDomain", 12021)),
                mac.sealedReport()));
  }

  @Test
  void aFormatErrorIsARefusal() {
    story
        .given(mac.gets(20, "a"), mac.idles(30))
        .when(mac.reports(31, ReportStatus.COMMAND_FORMAT_ERROR, "a", "CommandRefused"))
        .recordsTypes(CommandRefused.class);
  }

  @Test
  void aFormatErrorWithoutIdIsAboutTheCommandThatIsOut() {
    story
        .given(mac.gets(20, "a"), mac.gets(21, "b"), mac.idles(30))
        .when(mac.cannotParse(31, "CommandRefused"))
        .records(
            new CommandRefused(DEVICE, new CommandId("a"), "ProfileList", mac.sealedReport()),
            delivered("b", 1))
        .answers(next("b", FIRST + 1));
  }

  @Test
  void aSecondFormatErrorWithoutIdIsTakenForARepeatAndTheNextCommandGoesOutAgain() {
    story
        .given(
            mac.gets(20, "a"),
            mac.gets(21, "b"),
            mac.idles(30),
            mac.cannotParse(31, "CommandRefused"))
        .when(mac.cannotParse(32, "CommandRefused"))
        .records(delivered("b", 2))
        .answers(next("b", FIRST + 1));
  }

  @Test
  void aThirdOneIsAboutTheCommandThatIsOut() {
    story
        .given(
            mac.gets(20, "a"),
            mac.gets(21, "b"),
            mac.idles(30),
            mac.cannotParse(31, "CommandRefused"),
            mac.cannotParse(32, "CommandRefused"))
        .when(mac.cannotParse(33, "CommandRefused"))
        .recordsTypes(CommandRefused.class)
        .answers(Optional.empty());
  }

  @Test
  void aFormatErrorWithoutIdInTheNextSessionIsAboutTheCommandThatIsOut() {
    story
        .given(
            mac.gets(20, "a"),
            mac.gets(21, "b"),
            mac.idles(30),
            mac.cannotParse(31, "CommandRefused"),
            mac.idles(200))
        .when(mac.cannotParse(201, "CommandRefused"))
        .recordsTypes(CommandRefused.class);
  }

  @Test
  void aSecondFormatErrorWithoutIdNeverHasACommandGoOutTwiceThatMayGoOutOnce() {
    story
        .given(
            mac.gets(20, "a"),
            mac.gets(21, "b", "DeviceLock", Delivery.ONCE),
            mac.idles(30),
            mac.cannotParse(31, "CommandRefused"))
        .when(mac.cannotParse(32, "CommandRefused"))
        .recordsNothing()
        .answers(Optional.empty());
  }

  @Test
  void aFormatErrorWithoutIdClosesNothingWhenNoneIsOut() {
    story
        .given(mac.gets(20, "a"), mac.idles(30), mac.acknowledges(31, "a"))
        .when(mac.cannotParse(32, "UnknownCommandReported"))
        .records(
            CONNECTED,
            new UnknownCommandReported(
                DEVICE, null, "ProfileList", "CommandFormatError", mac.sealedReport()))
        .answers(Optional.empty());
  }

  @Test
  void aLongReportWithoutIdIsKeptInParts() {
    story
        .when(
            mac.reports(
                30,
                ReportStatus.COMMAND_FORMAT_ERROR,
                null,
                "UnknownCommandReported",
                null,
                List.of(mac.secret("part"))))
        .records(
            CONNECTED,
            new ReportPartRecorded(DEVICE, null, 1, 1, mac.secret("part")),
            new UnknownCommandReported(
                DEVICE, null, "ProfileList", "CommandFormatError", mac.sealedReport()))
        .answers(Optional.empty());
  }

  @Test
  void aRepeatedReportIsNotRecordedAndGetsTheSameCommand() {
    story
        .given(mac.gets(20, "a"), mac.gets(21, "b"), mac.idles(30), mac.acknowledges(31, "a"))
        .when(mac.acknowledges(40, "a"))
        .recordsNothing()
        .answers(next("b", FIRST + 1));
  }

  @Test
  void longAfterTheDeliveryTheSameCommandGoesOutAgain() {
    story
        .given(mac.gets(20, "a"), mac.gets(21, "b"), mac.idles(30), mac.acknowledges(31, "a"))
        .when(mac.acknowledges(91, "a"))
        .records(delivered("b", 2))
        .answers(next("b", FIRST + 1));
  }

  @Test
  void aRepeatedReportAtTheEndLeavesNoTrace() {
    story
        .given(mac.gets(20, "a"), mac.idles(30), mac.acknowledges(31, "a"))
        .when(mac.acknowledges(200, "a"))
        .recordsNothing()
        .answers(Optional.empty());
  }

  @Test
  void aReportMayBeginASession() {
    story
        .when(mac.reports(20, ReportStatus.ACKNOWLEDGED, "x", "UnknownCommandReported"))
        .records(
            CONNECTED,
            new UnknownCommandReported(
                DEVICE, new CommandId("x"), "ProfileList", "Acknowledged", mac.sealedReport()))
        .answers(Optional.empty());
  }

  @Test
  void aCommandThatNeverWentOutCannotBeReportedOn() {
    story
        .given(mac.gets(20, "a"))
        .when(mac.reports(30, ReportStatus.ACKNOWLEDGED, "a", "UnknownCommandReported"))
        .recordsTypes(DeviceConnected.class, UnknownCommandReported.class, CommandDelivered.class);
  }

  @Test
  void aDeferredCommandIsNotOfferedInThatSession() {
    story
        .given(mac.gets(20, "a"), mac.gets(21, "b"), mac.idles(30))
        .when(mac.isNotReady(31, "a"))
        .records(
            new CommandDeferred(DEVICE, new CommandId("a"), "ProfileList", mac.sealedReport()),
            delivered("b", 1))
        .answers(next("b", FIRST + 1));
  }

  @Test
  void aDeviceThatSaidNotNowLastComesByItself() {
    story
        .given(mac.gets(20, "a"), mac.idles(30))
        .when(mac.isNotReady(31, "a"))
        .recordsTypes(CommandDeferred.class)
        .answers(Optional.empty());
  }

  @Test
  void aRepeatedNotNowLeavesNoTraceAndGetsNothing() {
    story
        .given(mac.gets(20, "a"), mac.idles(30), mac.isNotReady(31, "a"))
        .when(mac.isNotReady(33, "a"))
        .recordsNothing()
        .answers(Optional.empty());
  }

  @Test
  void aDeferredCommandIsOfferedInTheNextSession() {
    story
        .given(mac.gets(20, "a"), mac.idles(30), mac.isNotReady(31, "a"))
        .when(mac.idles(35))
        .records(CONNECTED, delivered("a", 2))
        .answers(next("a", FIRST));
  }

  @Test
  void aDeferredCommandMayBeAnsweredAllTheSame() {
    story
        .given(mac.gets(20, "a"), mac.idles(30), mac.isNotReady(31, "a"))
        .when(mac.acknowledges(35, "a"))
        .records(CONNECTED, acknowledged("a"));
  }

  @Test
  void afterASessionWithADeferralTheDeviceIsWokenAgain() {
    story
        .given(mac.gets(20, "a"), mac.gets(21, "b"), mac.idles(30), mac.isNotReady(31, "a"))
        .when(mac.acknowledges(32, "b"))
        .records(acknowledged("b"), new PushRequested(DEVICE, "deferred", at(32 + 300)));
  }

  @Test
  void theNextWakeIsHalfAnHourLater() {
    story
        .given(
            mac.gets(20, "a"),
            mac.gets(21, "b"),
            mac.idles(30),
            mac.isNotReady(31, "a"),
            mac.acknowledges(32, "b"),
            mac.gets(33, "c"),
            mac.idles(400),
            mac.isNotReady(401, "a"))
        .when(mac.acknowledges(402, "c"))
        .records(acknowledged("c"), new PushRequested(DEVICE, "deferred", at(402 + 1_800)));
  }

  @Test
  void anAnswerToADeferredCommandMakesTheNextWakeSoonAgain() {
    story
        .given(
            mac.gets(20, "a"),
            mac.gets(21, "b"),
            mac.idles(30),
            mac.isNotReady(31, "a"),
            mac.acknowledges(32, "b"),
            mac.idles(400),
            mac.acknowledges(401, "a"),
            mac.gets(410, "c"),
            mac.gets(411, "d"),
            mac.idles(420),
            mac.isNotReady(421, "c"))
        .when(mac.acknowledges(422, "d"))
        .records(acknowledged("d"), new PushRequested(DEVICE, "deferred", at(422 + 300)));
  }

  @Test
  void anUnansweredCommandIsOfferedAgain() {
    story
        .given(mac.gets(20, "a"), mac.idles(30))
        .when(mac.idles(40))
        .records(CONNECTED, delivered("a", 2))
        .answers(next("a", FIRST));
  }

  @Test
  void fiveFailedDeliveriesMakeItStuck() {
    story
        .given(
            mac.gets(20, "a"),
            mac.idles(100),
            mac.idles(200),
            mac.idles(300),
            mac.idles(400),
            mac.idles(500))
        .when(mac.idles(600))
        .records(CONNECTED, new CommandStuck(DEVICE, new CommandId("a"), "ProfileList", 5))
        .answers(Optional.empty());
  }

  @Test
  void deliveriesWithinAMinuteAreOneFailure() {
    story
        .given(
            mac.gets(20, "a"),
            mac.idles(100),
            mac.idles(110),
            mac.idles(120),
            mac.idles(130),
            mac.idles(140))
        .when(mac.idles(150))
        .records(CONNECTED, delivered("a", 6));
  }

  @Test
  void notNowResetsTheFailures() {
    story
        .given(
            mac.gets(20, "a"),
            mac.idles(100),
            mac.idles(200),
            mac.idles(300),
            mac.idles(400),
            mac.idles(500),
            mac.isNotReady(501, "a"))
        .when(mac.idles(600))
        .records(CONNECTED, delivered("a", 6));
  }

  @Test
  void aLateAnswerToAStuckCommandIsAttached() {
    story
        .given(
            mac.gets(20, "a"),
            mac.idles(100),
            mac.idles(200),
            mac.idles(300),
            mac.idles(400),
            mac.idles(500),
            mac.idles(600))
        .when(mac.answersLate(610, "a"))
        .records(
            CONNECTED,
            new CommandAnsweredLate(
                DEVICE,
                new CommandId("a"),
                "ProfileList",
                "Acknowledged",
                List.of(),
                mac.sealedReport()));
  }

  @Test
  void theSecondLateAnswerIsUnknown() {
    story
        .given(
            mac.gets(20, "a", "DeviceLock", Delivery.ONCE),
            mac.idles(30),
            mac.idles(40),
            mac.answersLate(41, "a"))
        .when(mac.reports(42, ReportStatus.ACKNOWLEDGED, "a", "UnknownCommandReported"))
        .recordsTypes(DeviceConnected.class, UnknownCommandReported.class);
  }

  @Test
  void aLockIsNeverSentTwice() {
    story
        .given(mac.gets(20, "a", "DeviceLock", Delivery.ONCE), mac.idles(30))
        .when(mac.idles(31))
        .records(CONNECTED, new CommandUnconfirmed(DEVICE, new CommandId("a"), "DeviceLock"))
        .answers(Optional.empty());
  }

  @Test
  void afterAnUnconfirmedLockTheNextCommandGoesOut() {
    story
        .given(mac.gets(20, "a", "DeviceLock", Delivery.ONCE), mac.gets(21, "b"), mac.idles(30))
        .when(mac.idles(31))
        .recordsTypes(DeviceConnected.class, CommandUnconfirmed.class, CommandDelivered.class)
        .answers(next("b", FIRST + 1));
  }

  @Test
  void anIdleRightAfterALockWasAcknowledgedDoesNoHarm() {
    story
        .given(
            mac.gets(20, "a", "DeviceLock", Delivery.ONCE),
            mac.idles(30),
            mac.acknowledges(31, "a"))
        .when(mac.idles(31))
        .recordsNothing()
        .answers(Optional.empty());
  }

  @Test
  void aLockWhoseDeliveryWasLostIsNotSentAgainToARepeatedReport() {
    story
        .given(
            mac.gets(20, "a"),
            mac.gets(21, "lock", "DeviceLock", Delivery.ONCE),
            mac.idles(30),
            mac.acknowledges(31, "a"))
        .when(mac.acknowledges(35, "a"))
        .recordsNothing()
        .answers(Optional.empty());
  }

  @Test
  void behindALockWhoseDeliveryWasLostTheDeviceIsWokenForTheRest() {
    story
        .given(
            mac.gets(20, "a"),
            mac.gets(21, "lock", "DeviceLock", Delivery.ONCE),
            mac.gets(22, "b"),
            mac.idles(30),
            mac.acknowledges(31, "a"))
        .when(mac.acknowledges(35, "a"))
        .records(new PushRequested(DEVICE, "command", at(95)))
        .answers(Optional.empty());
  }

  @Test
  void aDeferredLockMayGoOutAgain() {
    story
        .given(
            mac.gets(20, "a", "DeviceLock", Delivery.ONCE), mac.idles(30), mac.isNotReady(31, "a"))
        .when(mac.idles(40))
        .recordsTypes(DeviceConnected.class, CommandDelivered.class);
  }

  @Test
  void anExpiredCommandIsClosed() {
    story
        .given(mac.gets(20, "a", "ProfileList", Delivery.REPEAT, null, at(100), 0, false))
        .when(mac.idles(100))
        .records(CONNECTED, new CommandExpired(DEVICE, new CommandId("a"), "ProfileList"))
        .answers(Optional.empty());
  }

  @Test
  void aCommandThatExpiresWhileItIsOutMayBeAnswered() {
    story
        .given(
            mac.gets(20, "a", "ProfileList", Delivery.REPEAT, null, at(100), 0, false),
            mac.idles(99))
        .when(mac.acknowledges(101, "a"))
        .records(acknowledged("a"));
  }

  @Test
  void aCommandOfTomorrowWaitsAndTheDeviceIsWokenForIt() {
    story
        .given(mac.gets(20, "a", "ProfileList", Delivery.REPEAT, at(86_400), null, 0, false))
        .when(mac.idles(30))
        .records(CONNECTED, new PushRequested(DEVICE, "command", at(86_400)))
        .answers(Optional.empty());
  }

  @Test
  void aFurtherIdleBeforeTomorrowLeavesNoTrace() {
    story
        .given(
            mac.gets(20, "a", "ProfileList", Delivery.REPEAT, at(86_400), null, 0, false),
            mac.idles(30))
        .when(mac.idles(40))
        .recordsNothing();
  }

  @Test
  void aReportSealedForAnotherEventComesBack() {
    story
        .given(mac.gets(20, "a"), mac.idles(30))
        .when(mac.reports(31, ReportStatus.ACKNOWLEDGED, "a", "CommandAnsweredLate"))
        .recordsNothing()
        .refused(Refusal.SEALED_FOR_ANOTHER_EVENT, "CommandAcknowledged");
  }

  @Test
  void anUnknownReportTellsForWhatItMustBeSealed() {
    story
        .when(mac.acknowledges(31, "x"))
        .recordsNothing()
        .refused(Refusal.SEALED_FOR_ANOTHER_EVENT, "UnknownCommandReported");
  }

  @Test
  void theReasonsToSealAgainAreNamed() {
    story
        .given(mac.gets(20, "a", "DeviceLock", Delivery.ONCE), mac.idles(30), mac.idles(31))
        .when(mac.acknowledges(32, "a"))
        .refused(Refusal.SEALED_FOR_ANOTHER_EVENT, "CommandAnsweredLate");
  }

  @Test
  void theFirstInventoryIsReported() {
    story
        .given(mac.gets(20, "a"), mac.idles(30))
        .when(mac.tells(31, "a", "facts"))
        .records(
            acknowledged("a"),
            new DeviceInformationReported(DEVICE, new CommandId("a"), mac.facts("facts")));
  }

  @Test
  void anEqualInventoryIsUnchanged() {
    story
        .given(mac.gets(20, "a"), mac.gets(21, "b"), mac.idles(30), mac.tells(31, "a", "facts"))
        .when(mac.tells(32, "b", "facts"))
        .records(acknowledged("b"), new DeviceInformationUnchanged(DEVICE, new CommandId("b")));
  }

  @Test
  void afterANewEnrollmentAnEqualInventoryIsReported() {
    Device again = mac.with("c2");
    story
        .given(
            mac.gets(20, "a"),
            mac.idles(30),
            mac.tells(31, "a", "facts"),
            again.authenticates(40),
            again.sendsToken(41),
            again.gets(42, "b"),
            again.idles(43))
        .when(again.tells(44, "b", "facts"))
        .recordsTypes(CommandAcknowledged.class, DeviceInformationReported.class);
  }

  @Test
  void theDevicesChannelAloneTellsOfTheDevice() {
    Device user = mac.user("u");
    story
        .given(user.sendsToken(10), user.gets(20, "a"), user.idles(30))
        .when(user.tells(31, "a", "facts"))
        .recordsTypes(CommandAcknowledged.class);
  }

  @Test
  void thePartsOfALargeReportComeFirst() {
    story
        .given(mac.gets(20, "a"), mac.idles(30))
        .when(
            mac.reports(
                31,
                ReportStatus.ACKNOWLEDGED,
                "a",
                "CommandAcknowledged",
                null,
                List.of(mac.secret("p1"), mac.secret("p2"))))
        .records(
            new ReportPartRecorded(DEVICE, new CommandId("a"), 1, 2, mac.secret("p1")),
            new ReportPartRecorded(DEVICE, new CommandId("a"), 2, 2, mac.secret("p2")),
            acknowledged("a"));
  }

  @Test
  void channelsHaveQueuesOfTheirOwn() {
    Device user = mac.user("u");
    story
        .given(user.sendsToken(10), user.gets(20, "a"))
        .when(mac.idles(30))
        .records(CONNECTED)
        .answers(Optional.empty());
  }

  @Test
  void aGuestIsHeardAndGetsNothing() {
    Device guest = mac.user("g");
    story
        .when(guest.idles(30))
        .records(new DeviceConnected(guest.channel()))
        .answers(Optional.empty());
  }

  @Test
  void anOversizedReportClosesWhatIsOut() {
    story
        .given(mac.gets(20, "a"), mac.idles(30))
        .when(mac.overflows(31))
        .records(
            new CommandResultTooLarge(DEVICE, new CommandId("a"), "ProfileList", 20_000_000, "aa"))
        .accepted();
  }

  @Test
  void anOversizedReportOfAUserClosesTheUsersCommand() {
    Device user = mac.user("u");
    story
        .given(user.sendsToken(10), user.gets(20, "a"), user.idles(30))
        .when(mac.overflows(31))
        .records(
            new CommandResultTooLarge(
                user.channel(), new CommandId("a"), "ProfileList", 20_000_000, "aa"));
  }

  @Test
  void behindAnOversizedReportTheQueueMovesOn() {
    story
        .given(mac.gets(20, "a"), mac.gets(21, "b"), mac.idles(30))
        .when(mac.overflows(31))
        .recordsTypes(CommandResultTooLarge.class, PushRequested.class);
  }

  @Test
  void anOversizedReportWithNothingOutChangesNothing() {
    story.given(mac.gets(20, "a")).when(mac.overflows(31)).recordsNothing().accepted();
  }
}
