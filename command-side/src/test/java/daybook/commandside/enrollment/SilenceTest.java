// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;
import static daybook.commandside.enrollment.Device.at;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.command.CommandEvent.CommandCancelled;
import daybook.domain.command.CommandId;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceSilent;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnblocked;
import daybook.domain.enrollment.EnrollmentIntent.ArchiveDevice;
import daybook.domain.enrollment.EnrollmentIntent.BlockDevice;
import daybook.domain.enrollment.EnrollmentIntent.ConfirmSilence;
import daybook.domain.enrollment.EnrollmentIntent.UnblockDevice;
import daybook.domain.push.PushIntent.RecordPushAccepted;
import daybook.domain.push.PushIntent.RecordPushImpossible;
import daybook.domain.push.PushIntent.RecordPushRejected;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import daybook.domain.retirement.RetirementIntent.RetireDevice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows when nothing is heard of a device for a week. */
class SilenceTest {
  private static final long WEEK = 7 * 86_400;
  private static final List<String> USUAL = List.of("off_or_offline", "profile_removed");

  private final Device mac = aMac();

  private Story<Enrollment> enrolled() {
    return Story.of(Enrollment.class).given(mac.authenticates(0), mac.sendsToken(1));
  }

  private ConfirmSilence confirms(long seconds) {
    return new ConfirmSilence(mac.id(), at(seconds), Duration.ofDays(7));
  }

  private static DeviceSilent silent(long since, List<String> causes) {
    return new DeviceSilent(at(since), causes);
  }

  @Test
  void aWeekAfterTheLastContactItIsToldOnce() {
    enrolled().when(confirms(WEEK)).recordsNothing().accepted();
    enrolled().when(confirms(WEEK + 1)).records(silent(1, USUAL)).accepted();
    enrolled().given(confirms(WEEK + 1)).when(confirms(3 * WEEK)).recordsNothing().accepted();
  }

  @Test
  void aContactBeginsTheWeekAnewAlsoThatOfAUser() {
    enrolled().given(mac.idles(100)).when(confirms(WEEK + 99)).recordsNothing();
    Device jane = mac.user("jane");
    enrolled().given(jane.sendsToken(200)).when(confirms(WEEK + 200)).records(silent(200, USUAL));
    enrolled()
        .given(confirms(WEEK + 1), mac.idles(WEEK + 100))
        .when(confirms(2 * WEEK + 100))
        .records(silent(WEEK + 100, USUAL));
  }

  @Test
  void theCausesFollowFromWhatBecameOfTheLastPush() {
    enrolled()
        .given(new RecordPushAccepted(mac.id(), at(12), Channel.DEVICE, 3, "id"))
        .when(confirms(WEEK + 1))
        .records(silent(1, USUAL));
    enrolled()
        .given(new RecordPushRejected(mac.id(), at(12), Channel.DEVICE, 3, "Unregistered", null))
        .when(confirms(WEEK + 1))
        .records(silent(1, List.of("profile_removed", "erased")));
    enrolled()
        .given(new RecordPushRejected(mac.id(), at(12), Channel.DEVICE, 3, "BadDeviceToken", null))
        .when(confirms(WEEK + 1))
        .records(silent(1, List.of("push_refused", "off_or_offline")));
    enrolled()
        .given(new RecordPushImpossible(mac.id(), at(12), Channel.DEVICE, 3, "topic"))
        .when(confirms(WEEK + 1))
        .records(silent(1, List.of("push_impossible", "off_or_offline")));
  }

  @Test
  void ofWhoIsArchivedGoneOrNotYetEnrolledNothingIsTold() {
    enrolled()
        .given(new ArchiveDevice(mac.id(), at(2)))
        .when(confirms(2 * WEEK))
        .recordsNothing()
        .accepted();
    enrolled().given(mac.leaves(2)).when(confirms(2 * WEEK)).recordsNothing().accepted();
    Story.of(Enrollment.class)
        .given(mac.authenticates(0))
        .when(confirms(2 * WEEK))
        .recordsNothing()
        .accepted();
    Story.of(Enrollment.class).when(confirms(2 * WEEK)).recordsNothing().accepted();
  }

  @Test
  void aDeviceThatIsBeingUnenrolledIsRetiredAWeekAfterTheRequestOrItsLastWord() {
    CommandId last = CommandId.of("last");
    RetireDevice retires =
        new RetireDevice(mac.id(), at(1000), last, "profile", mac.secret("payload"));
    enrolled().given(retires).when(confirms(WEEK + 999)).recordsNothing().accepted();
    enrolled()
        .given(retires)
        .when(confirms(WEEK + 1000))
        .records(
            new CommandCancelled(Channel.DEVICE, last, "RemoveProfile", "silence"),
            new DeviceRetired(last, "silence"))
        .accepted();
    enrolled().given(retires, mac.idles(2000)).when(confirms(WEEK + 1999)).recordsNothing();
    enrolled()
        .given(retires, confirms(WEEK + 1000))
        .when(mac.idles(WEEK + 2000))
        .refused(Refusal.DEVICE_RETIRED);
  }

  @Test
  void aBlockedDeviceCountsAsGoneAWeekAfterItsBlockOrItsLastComing() {
    BlockDevice blocks = new BlockDevice(mac.id(), at(1000));
    enrolled().given(blocks).when(confirms(WEEK + 999)).recordsNothing().accepted();
    enrolled()
        .given(blocks)
        .when(confirms(WEEK + 1000))
        .records(new DeviceRetired(null, "silence"))
        .accepted();
    enrolled().given(blocks, mac.idles(5000)).when(confirms(WEEK + 4999)).recordsNothing();
    enrolled()
        .given(blocks, confirms(WEEK + 1000))
        .when(confirms(3 * WEEK))
        .recordsNothing()
        .accepted();
  }

  @Test
  void aBlockedDeviceThatCountedAsGoneIsTurnedAwayAndServedOnceItIsUnblocked() {
    Story<Enrollment> gone =
        enrolled().given(new BlockDevice(mac.id(), at(1000)), confirms(WEEK + 1000));
    gone.when(mac.idles(WEEK + 2000)).refused(Refusal.DEVICE_BLOCKED);
    enrolled()
        .given(
            new BlockDevice(mac.id(), at(1000)),
            confirms(WEEK + 1000),
            new UnblockDevice(mac.id(), at(WEEK + 2000)))
        .when(mac.idles(WEEK + 3000))
        .answers(Optional.empty());
    enrolled()
        .given(new BlockDevice(mac.id(), at(1000)), confirms(WEEK + 1000))
        .when(new UnblockDevice(mac.id(), at(WEEK + 2000)))
        .records(new DeviceUnblocked())
        .accepted();
  }
}
