// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;
import static daybook.commandside.enrollment.Device.at;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.BlockedDeviceTurnedAway;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnblocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentIntent.BlockDevice;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentIntent.UnblockDevice;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.push.PushEvent.PushAccepted;
import daybook.domain.push.PushEvent.PushRequested;
import daybook.domain.push.PushIntent.RecordPushAccepted;
import daybook.domain.push.PushIntent.RequestPush;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A device that an operator keeps out is told to go at every door, and gets nothing else. */
class BlockTest {
  private static final long DAY = 86_400;

  private final Device mac = aMac();
  private final Story<Enrollment> story = Story.of(Enrollment.class);

  private Story<Enrollment> enrolled() {
    return story.given(
        mac.authenticates(0),
        mac.sendsToken(1),
        new RecordPushAccepted(mac.id(), at(12), own(), 3, "id"));
  }

  private Story<Enrollment> blocked() {
    return enrolled().given(blocks(20));
  }

  private static Channel own() {
    return Channel.DEVICE;
  }

  private BlockDevice blocks(long seconds) {
    return new BlockDevice(mac.id(), at(seconds));
  }

  private UnblockDevice unblocks(long seconds) {
    return new UnblockDevice(mac.id(), at(seconds));
  }

  @Test
  void blockingRequestsOnePushSoThatTheDeviceIsToldAtOnce() {
    enrolled()
        .when(blocks(20))
        .records(new DeviceBlocked(), new PushRequested(own(), "blocked", at(20)))
        .accepted();
  }

  @Test
  void theOnePushTakesThePlaceOfThoseThatAreOpen() {
    enrolled()
        .given(mac.gets(15, "a"))
        .when(blocks(20))
        .records(new DeviceBlocked(), new PushRequested(own(), "blocked", at(20)));
  }

  @Test
  void thenNoneFollows() {
    blocked()
        .given(new RecordPushAccepted(mac.id(), at(21), own(), 6, "id"))
        .when(new RequestPush(mac.id(), at(22), own(), "again", at(22)))
        .recordsNothing()
        .refused(Refusal.DEVICE_BLOCKED);
  }

  @Test
  void theOnePushStillHasItsOutcome() {
    blocked()
        .when(new RecordPushAccepted(mac.id(), at(21), own(), 6, "id"))
        .records(new PushAccepted(own(), "id"));
  }

  @Test
  void anUnknownDeviceIsNotBlocked() {
    story.when(blocks(0)).recordsNothing().refused(Refusal.NOT_ENROLLED);
  }

  @Test
  void aBlockedDeviceIsNotBlockedAgain() {
    blocked().when(blocks(30)).recordsNothing().refused(Refusal.ALREADY_BLOCKED);
  }

  @Test
  void oneThatIsNotBlockedIsNotUnblocked() {
    enrolled().when(unblocks(30)).recordsNothing().refused(Refusal.NOT_BLOCKED);
  }

  @Test
  void itsConnectIsTurnedAwayAndThatIsRecorded() {
    blocked()
        .when(mac.idles(30))
        .records(new BlockedDeviceTurnedAway())
        .refused(Refusal.DEVICE_BLOCKED);
  }

  @Test
  void onceADayHoweverOftenItComes() {
    blocked()
        .given(mac.idles(30))
        .when(mac.idles(30 + DAY - 1))
        .recordsNothing()
        .refused(Refusal.DEVICE_BLOCKED);
    Story.of(Enrollment.class)
        .given(mac.authenticates(0), mac.sendsToken(1), blocks(20), mac.idles(30))
        .when(mac.idles(30 + DAY))
        .records(new BlockedDeviceTurnedAway());
  }

  @Test
  void itIsTurnedAwayAtEveryDoor() {
    blocked().when(mac.sendsToken(30)).refused(Refusal.DEVICE_BLOCKED);
    anew().when(mac.escrows(30, "boot")).refused(Refusal.DEVICE_BLOCKED);
    anew().when(mac.with("c2").renews(30)).refused(Refusal.DEVICE_BLOCKED);
    anew().when(mac.overflows(30)).refused(Refusal.DEVICE_BLOCKED);
    anew().when(mac.user("u").idles(30)).refused(Refusal.DEVICE_BLOCKED);
    anew().when(mac.gets(30, "a")).recordsNothing().refused(Refusal.DEVICE_BLOCKED);
  }

  private Story<Enrollment> anew() {
    return Story.of(Enrollment.class).given(mac.authenticates(0), mac.sendsToken(1), blocks(20));
  }

  @Test
  void aForeignCertificateIsNeverToldToGo() {
    blocked()
        .when(mac.with("foreign").idles(30))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_NOT_PINNED);
  }

  @Test
  void theBlockSurvivesANewEnrollment() {
    blocked()
        .when(mac.with("c2").authenticates(30))
        .records(new BlockedDeviceTurnedAway())
        .refused(Refusal.DEVICE_BLOCKED);
    Story.of(Enrollment.class)
        .given(mac.authenticates(0), blocks(20))
        .when(mac.authenticates(30))
        .refused(Refusal.DEVICE_BLOCKED);
  }

  @Test
  void itMaySayThatItLeaves() {
    blocked().when(mac.leaves(30)).records(new DeviceUnenrolled(mac.secret("message"))).accepted();
  }

  @Test
  void andComesBackToAClosedDoor() {
    blocked()
        .given(mac.leaves(30))
        .when(mac.with("c2").authenticates(40))
        .refused(Refusal.DEVICE_BLOCKED);
  }

  @Test
  void unblockedItIsWokenForWhatWaited() {
    enrolled()
        .given(mac.gets(15, "a"), blocks(20))
        .when(unblocks(30))
        .recordsTypes(DeviceUnblocked.class)
        .accepted();
    Story.of(Enrollment.class)
        .given(
            mac.authenticates(0),
            mac.sendsToken(1),
            mac.gets(15, "a"),
            blocks(20),
            new RecordPushAccepted(mac.id(), at(21), own(), 6, "id"))
        .when(unblocks(30))
        .records(new DeviceUnblocked(), new PushRequested(own(), "command", at(30)));
  }

  @Test
  void unblockedItIsServedAgain() {
    blocked().given(unblocks(25)).when(mac.gets(30, "a")).accepted();
  }

  @Test
  void itTellsThatItIsBlocked() {
    blocked()
        .when(new DescribeEnrollment(mac.id(), at(30)))
        .answers(new EnrollmentSummary(State.ENROLLED, 42, "c1", Device.TOPIC, List.of(), 1, true));
  }
}
