// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;
import static daybook.commandside.enrollment.Device.at;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.command.CommandEvent.CommandCancelled;
import daybook.domain.command.CommandEvent.CommandExpired;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandId;
import daybook.domain.command.CommandIntent.AskCommandTarget;
import daybook.domain.command.CommandIntent.CancelCommand;
import daybook.domain.command.CommandIntent.QueueCommand;
import daybook.domain.command.CommandTarget;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.Platform;
import daybook.domain.push.PushEvent.PushRequested;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may be queued, and when the device is woken for it. */
class QueueTest {
  private final Device mac = aMac();
  private final Story<Enrollment> story =
      Story.of(Enrollment.class).given(mac.authenticates(0), mac.sendsToken(1), mac.idles(12));

  private QueueCommand alone(long seconds, String command) {
    return mac.gets(seconds, command, "DeviceInformation", Delivery.REPEAT, null, null, 0, true);
  }

  @Test
  void aCommandIsQueuedAndTheDeviceWoken() {
    story
        .when(mac.gets(20, "A"))
        .records(
            new CommandQueued(
                Channel.DEVICE,
                new CommandId("a"),
                "CustomCommand",
                "ProfileList",
                Delivery.REPEAT,
                "operator",
                null,
                null,
                0,
                Map.of(),
                mac.secret("payload")),
            new PushRequested(Channel.DEVICE, "command", at(20)))
        .accepted();
  }

  @Test
  void oneOpenPushIsEnough() {
    story.given(mac.gets(20, "a")).when(mac.gets(21, "b")).recordsTypes(CommandQueued.class);
  }

  @Test
  void aPushOfTomorrowIsNotEnoughForToday() {
    QueueCommand tomorrow =
        mac.gets(20, "a", "ProfileList", Delivery.REPEAT, at(86_400), null, 0, false);
    story
        .given(tomorrow)
        .when(mac.gets(21, "b"))
        .recordsTypes(CommandQueued.class, PushRequested.class);
  }

  @Test
  void aCommandOfTomorrowWakesTheDeviceTomorrow() {
    QueueCommand tomorrow =
        mac.gets(20, "a", "ProfileList", Delivery.REPEAT, at(86_400), null, 0, false);
    story.when(tomorrow).recordsTypes(CommandQueued.class, PushRequested.class).accepted();
    Story.of(Enrollment.class)
        .given(mac.authenticates(0), mac.sendsToken(1), tomorrow, mac.idles(5_000))
        .when(mac.gets(86_399, "b"))
        .recordsTypes(CommandQueued.class, PushRequested.class);
  }

  @Test
  void nothingIsQueuedBeforeTheToken() {
    Story.of(Enrollment.class)
        .given(mac.authenticates(0))
        .when(mac.gets(1, "a"))
        .recordsNothing()
        .refused(Refusal.NOT_ENROLLED);
  }

  @Test
  void nothingIsQueuedForWhoHasLeft() {
    story
        .given(mac.leaves(20))
        .when(mac.gets(21, "a"))
        .recordsNothing()
        .refused(Refusal.UNENROLLED);
  }

  @Test
  void aChannelMustHaveEnrolled() {
    Device user = mac.user("u");
    story.when(user.gets(20, "a")).recordsNothing().refused(Refusal.CHANNEL_UNKNOWN);
  }

  @Test
  void aGuestIsNotEnrolled() {
    Device user = mac.user("u");
    story
        .given(user.idles(20))
        .when(user.gets(21, "a"))
        .recordsNothing()
        .refused(Refusal.CHANNEL_UNKNOWN);
  }

  @Test
  void anIdThatWaitsIsTaken() {
    story
        .given(mac.gets(20, "a"))
        .when(mac.gets(21, "A"))
        .recordsNothing()
        .refused(Refusal.COMMAND_ID_TAKEN, "a");
  }

  @Test
  void anIdThatWasAnsweredIsTaken() {
    story
        .given(mac.gets(20, "a"), mac.idles(30), mac.acknowledges(31, "a"))
        .when(mac.gets(32, "a"))
        .recordsNothing()
        .refused(Refusal.COMMAND_ID_TAKEN);
  }

  @Test
  void anIdThatWasGivenUpIsTaken() {
    story
        .given(mac.gets(20, "a", "DeviceLock", Delivery.ONCE), mac.idles(30), mac.idles(40))
        .when(mac.gets(50, "a"))
        .recordsNothing()
        .refused(Refusal.COMMAND_ID_TAKEN);
  }

  @Test
  void anIdOfAnotherChannelIsTaken() {
    Device user = mac.user("u");
    story
        .given(user.sendsToken(20), user.gets(21, "a"))
        .when(mac.gets(22, "a"))
        .recordsNothing()
        .refused(Refusal.COMMAND_ID_TAKEN);
  }

  @Test
  void oneOfItsTypeIsEnoughWhenItShallBeAlone() {
    story.given(alone(20, "a")).when(alone(21, "b")).recordsNothing().accepted();
  }

  @Test
  void whatIsOutStillWaits() {
    story.given(alone(20, "a"), mac.idles(30)).when(alone(31, "b")).recordsNothing().accepted();
  }

  @Test
  void anotherTypeIsNoHindrance() {
    story.given(mac.gets(20, "a")).when(alone(21, "b")).recordsTypes(CommandQueued.class);
  }

  @Test
  void anExpiredOneIsNoHindrance() {
    story
        .given(mac.gets(20, "a", "DeviceInformation", Delivery.REPEAT, null, at(100), 0, false))
        .when(alone(101, "b"))
        .recordsTypes(CommandExpired.class, CommandQueued.class)
        .accepted();
  }

  @Test
  void aCommandThatNobodyHasGotIsTakenBack() {
    story
        .given(mac.gets(20, "a"), mac.gets(21, "b"))
        .when(new CancelCommand(mac.id(), at(22), CommandId.of("a")))
        .records(new CommandCancelled(Channel.DEVICE, CommandId.of("a"), "ProfileList", "operator"))
        .accepted();
  }

  @Test
  void aCommandThatWentOutIsNotTakenBackWhateverBecameOfIt() {
    CancelCommand cancel = new CancelCommand(mac.id(), at(60), CommandId.of("a"));
    story
        .given(mac.gets(20, "a"), mac.idles(30))
        .when(cancel)
        .recordsNothing()
        .refused(Refusal.ALREADY_DELIVERED);
    story
        .given(mac.gets(20, "a"), mac.idles(30), mac.acknowledges(31, "a"))
        .when(cancel)
        .recordsNothing()
        .refused(Refusal.ALREADY_DELIVERED);
  }

  @Test
  void anUnknownCommandIsNotTakenBack() {
    story
        .when(new CancelCommand(mac.id(), at(22), CommandId.of("z")))
        .recordsNothing()
        .refused(Refusal.COMMAND_UNKNOWN);
  }

  @Test
  void whatADeviceIsDecidesWhatItCanTake() {
    Story.of(Enrollment.class)
        .when(new AskCommandTarget(mac.id(), at(0)))
        .answers(CommandTarget.unknown());
    story
        .when(new AskCommandTarget(mac.id(), at(20)))
        .answers(new CommandTarget(Platform.MACOS, "Mac14,2", "26.1", null, null, false));
  }

  @Test
  void whatWasQueuedEndsWhenTheDeviceLeaves() {
    story
        .given(mac.gets(20, "a"), mac.idles(30), mac.gets(31, "b"))
        .when(mac.leaves(40))
        .recordsTypes(CommandCancelled.class, CommandCancelled.class, DeviceUnenrolled.class);
  }

  @Test
  void whatWasQueuedEndsWhenTheDeviceEnrollsAnew() {
    story
        .given(mac.gets(20, "a"), mac.idles(30), mac.gets(31, "b"))
        .when(mac.with("c2").authenticates(40))
        .recordsTypes(CommandCancelled.class, CommandCancelled.class, EnrollmentStarted.class);
  }
}
