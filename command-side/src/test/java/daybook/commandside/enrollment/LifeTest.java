// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;
import static daybook.commandside.enrollment.Device.at;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.CheckinDeclined;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.DeviceGrouped;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRenewed;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenConfirmed;
import daybook.domain.enrollment.EnrollmentEvent.UserChannelDeclined;
import daybook.domain.enrollment.EnrollmentIntent.DeclineCheckin;
import daybook.domain.enrollment.EnrollmentIntent.DeclineUser;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.group.DeviceGroups;
import daybook.domain.push.PushEvent.PushRequested;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How an enrollment begins, is renewed and ends, and who may speak for it. */
class LifeTest {
  private final Device mac = aMac();
  private final Story<Enrollment> story = Story.of(Enrollment.class);

  private Story<Enrollment> enrolled() {
    return story.given(mac.authenticates(0), mac.sendsToken(1));
  }

  private EnrollmentStarted started(Device device, boolean first) {
    return new EnrollmentStarted(
        42,
        first,
        device.pinnable(),
        "conf",
        Device.TOPIC,
        Device.identity(),
        device.secret("message"));
  }

  @Test
  void authenticateStartsAnEnrollment() {
    story.when(mac.authenticates(0)).records(started(mac, true)).accepted();
  }

  @Test
  void theSameAuthenticateBeforeTheTokenChangesNothing() {
    story.given(mac.authenticates(0)).when(mac.authenticates(5)).recordsNothing().accepted();
  }

  @Test
  void aRestartedEnrollmentKeepsItsNumber() {
    Device again = mac.with("c2");
    story
        .happened(at(0), List.of(renumbered(started(mac, true), 7)))
        .when(again.authenticates(9))
        .records(renumbered(started(again, false), 7));
  }

  private static EnrollmentStarted renumbered(EnrollmentStarted it, long number) {
    return new EnrollmentStarted(
        number,
        it.first(),
        it.certificate(),
        it.configuration(),
        it.topic(),
        it.identity(),
        it.message());
  }

  @Test
  void theSameCertificateAfterTheTokenStartsAnew() {
    enrolled().when(mac.authenticates(9)).records(started(mac, false)).accepted();
  }

  @Test
  void anEnrollmentGivesTheDeviceItsUnitAndItsTags() {
    story
        .when(mac.authenticates(0, new DeviceGroups(4L, List.of(1L, 2L))))
        .records(started(mac, true), new DeviceGrouped(4L, List.of(1L, 2L)))
        .accepted();
  }

  @Test
  void aFurtherEnrollmentAddsItsTagsAndReplacesTheUnitIfItHasOne() {
    story
        .given(mac.authenticates(0, new DeviceGroups(4L, List.of(1L, 2L))), mac.sendsToken(1))
        .when(mac.with("c2").authenticates(9, new DeviceGroups(null, List.of(2L, 3L))))
        .records(started(mac.with("c2"), false), new DeviceGrouped(4L, List.of(1L, 2L, 3L)));
  }

  @Test
  void aFurtherEnrollmentThatGivesNothingNewSaysNothingOfGroups() {
    story
        .given(mac.authenticates(0, new DeviceGroups(4L, List.of(1L, 2L))), mac.sendsToken(1))
        .when(mac.with("c2").authenticates(9, new DeviceGroups(4L, List.of(2L))))
        .records(started(mac.with("c2"), false));
  }

  @Test
  void theFirstTokenEnrolls() {
    story
        .given(mac.authenticates(0))
        .when(mac.sendsToken(1))
        .recordsTypes(PushTokenChanged.class, DeviceEnrolled.class, PushRequested.class)
        .accepted();
  }

  @Test
  void nothingIsHeardBeforeAuthenticate() {
    story.when(mac.sendsToken(0)).recordsNothing().refused(Refusal.NOT_ENROLLED);
  }

  @Test
  void aConnectBeforeTheTokenIsHeardAndGetsNothing() {
    story
        .given(mac.authenticates(0))
        .when(mac.idles(1))
        .records(new DeviceConnected(Channel.DEVICE))
        .answers(Optional.empty());
  }

  @Test
  void anotherCertificateIsNotPinned() {
    enrolled()
        .when(mac.with("c9").idles(5))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_NOT_PINNED, "c9");
  }

  @Test
  void anotherTopicIsRefused() {
    Device moved = mac.withTopic("com.apple.mgmt.External.two");
    enrolled().when(moved.sendsToken(5)).recordsNothing().refused(Refusal.TOPIC_CHANGED);
  }

  @Test
  void renewalPinsTheNewCertificateAndNothingElse() {
    Device renewed = mac.with("c2");
    enrolled()
        .when(renewed.renews(9))
        .records(new IdentityRenewed(renewed.pinnable(), "c1", renewed.secret("message")))
        .accepted();
  }

  @Test
  void aRepeatedRenewalChangesNothing() {
    Device renewed = mac.with("c2");
    enrolled().given(renewed.renews(9)).when(renewed.renews(10)).recordsNothing().accepted();
  }

  @Test
  void aLateRenewalOfAnIdentityThatWasRenewedMeanwhileCounts() {
    Device late = mac.with("c3");
    enrolled()
        .given(mac.with("c2").renews(9))
        .when(late.renews(10, "c1"))
        .records(new IdentityRenewed(late.pinnable(), "c2", late.secret("message")))
        .accepted();
  }

  @Test
  void aRenewalOfAFormerEnrollmentsIdentityIsRefused() {
    enrolled()
        .given(mac.with("c2").authenticates(9), mac.with("c2").sendsToken(10))
        .when(mac.with("c3").renews(11, "c1"))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_REPLACED, "it renews an identity of a former enrollment");
  }

  @Test
  void afterARenewalTheOldCertificateIsRefusedAndTold() {
    enrolled()
        .given(mac.with("c2").renews(9))
        .when(mac.idles(10))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_REPLACED, "c1");
  }

  @Test
  void aReplacedCertificateStartsNothing() {
    enrolled()
        .given(mac.with("c2").renews(9))
        .when(mac.authenticates(10))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_REPLACED);
  }

  @Test
  void aRenewalNeedsAnEnrollment() {
    story.when(mac.renews(0)).recordsNothing().refused(Refusal.NOT_ENROLLED);
  }

  @Test
  void aRenewalOfAnotherTopicIsRefused() {
    Device moved = mac.with("c2").withTopic("com.apple.mgmt.External.two");
    enrolled().when(moved.renews(9)).recordsNothing().refused(Refusal.TOPIC_CHANGED);
  }

  @Test
  void queuesOutliveARenewal() {
    Device renewed = mac.with("c2");
    enrolled()
        .given(mac.gets(5, "a"), renewed.renews(9))
        .when(renewed.sendsToken(10))
        .records(new PushTokenConfirmed(Channel.DEVICE, null));
    Story.of(Enrollment.class)
        .given(mac.authenticates(0), mac.sendsToken(1), mac.gets(5, "a"), renewed.renews(9))
        .when(renewed.idles(11))
        .recordsTypes(
            DeviceConnected.class, daybook.domain.command.CommandEvent.CommandDelivered.class);
  }

  @Test
  void aNewEnrollmentEmptiesTheQueue() {
    Device again = mac.with("c2");
    enrolled()
        .given(mac.gets(5, "a"), again.authenticates(9), again.sendsToken(10))
        .when(again.idles(11))
        .records(new DeviceConnected(Channel.DEVICE))
        .answers(Optional.empty());
  }

  @Test
  void checkOutEndsIt() {
    enrolled().when(mac.leaves(9)).records(new DeviceUnenrolled(mac.secret("message"))).accepted();
  }

  @Test
  void aRepeatedCheckOutChangesNothing() {
    enrolled().given(mac.leaves(9)).when(mac.leaves(10)).recordsNothing().accepted();
  }

  @Test
  void whoHasLeftIsNotHeard() {
    enrolled()
        .given(mac.leaves(9))
        .when(mac.idles(10))
        .recordsNothing()
        .refused(Refusal.UNENROLLED);
  }

  @Test
  void whoHasLeftMayComeBackWithTheSameCertificate() {
    enrolled().given(mac.leaves(9)).when(mac.authenticates(10)).records(started(mac, false));
  }

  @Test
  void aUserIsDeclined() {
    Device user = mac.user("u");
    enrolled()
        .when(
            new DeclineUser(
                mac.id(), at(9), mac.certificate(), user.channel(), mac.secret("message"), 3_000))
        .records(new UserChannelDeclined(user.channel(), mac.secret("message")))
        .accepted();
  }

  @Test
  void aMessageThatIsNotServedIsDeclined() {
    enrolled()
        .when(
            new DeclineCheckin(
                mac.id(),
                at(9),
                mac.certificate(),
                Channel.DEVICE,
                "GetToken",
                mac.secret("message"),
                3_000))
        .records(new CheckinDeclined(Channel.DEVICE, "GetToken", mac.secret("message")))
        .accepted();
  }

  @Test
  void anUnknownDeviceIsDescribedAsSuch() {
    story
        .when(new DescribeEnrollment(mac.id(), at(0)))
        .recordsNothing()
        .answers(new EnrollmentSummary(State.NONE, 0, null, null, List.of(), 1, false));
  }

  @Test
  void anEnrollmentTellsWhereItStands() {
    Device user = mac.user("u");
    enrolled()
        .given(user.sendsToken(5))
        .when(new DescribeEnrollment(mac.id(), at(9)))
        .answers(
            new EnrollmentSummary(
                State.ENROLLED, 42, "c1", Device.TOPIC, List.of(user.channel()), 1, false));
  }
}
