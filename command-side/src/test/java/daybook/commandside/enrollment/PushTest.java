// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;
import static daybook.commandside.enrollment.Device.at;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.enrollment.Channel;
import daybook.domain.push.PushEvent.PushAccepted;
import daybook.domain.push.PushEvent.PushImpossible;
import daybook.domain.push.PushEvent.PushRejected;
import daybook.domain.push.PushEvent.PushRequested;
import daybook.domain.push.PushEvent.RemovalPresumed;
import daybook.domain.push.PushIntent.AskPushTarget;
import daybook.domain.push.PushIntent.PushTarget;
import daybook.domain.push.PushIntent.RecordPushAccepted;
import daybook.domain.push.PushIntent.RecordPushImpossible;
import daybook.domain.push.PushIntent.RecordPushRejected;
import daybook.domain.push.PushIntent.RequestPush;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A push is open from its request to its outcome, or until the device comes by itself. */
class PushTest {
  private static final Channel DEVICE = Channel.DEVICE;

  /** The place of the request that the first token led to: three events came before it. */
  private static final long FIRST = 3;

  private final Device mac = aMac();
  private final Story<Enrollment> story =
      Story.of(Enrollment.class).given(mac.authenticates(0), mac.sendsToken(1));
  private final RecordPushAccepted accepted =
      new RecordPushAccepted(mac.id(), at(20), DEVICE, FIRST, "apns");

  private AskPushTarget ask(long seconds) {
    return new AskPushTarget(mac.id(), at(seconds), DEVICE);
  }

  private RequestPush request(long seconds) {
    return new RequestPush(mac.id(), at(seconds), DEVICE, "operator", at(seconds));
  }

  @Test
  void theTargetOfAnOpenPushIsTold() {
    story
        .when(ask(11))
        .recordsNothing()
        .answers(
            Optional.of(
                new PushTarget(
                    FIRST, Device.TOPIC, mac.secret("token"), mac.secret("magic"), at(1))));
  }

  @Test
  void aDeviceThatConnectsNeedsNoPush() {
    story.given(mac.idles(5)).when(ask(11)).answers(Optional.empty());
  }

  @Test
  void anAcceptedPushIsOver() {
    story.when(accepted).records(new PushAccepted(DEVICE, "apns")).accepted();
  }

  @Test
  void afterAnAcceptedPushNoneIsOpen() {
    story.given(accepted).when(ask(21)).answers(Optional.empty());
  }

  @Test
  void aSecondOutcomeChangesNothing() {
    story
        .given(accepted)
        .when(new RecordPushRejected(mac.id(), at(21), DEVICE, FIRST, "Unregistered", null))
        .recordsNothing()
        .accepted();
  }

  @Test
  void aRejectedPushIsOver() {
    story
        .when(new RecordPushRejected(mac.id(), at(21), DEVICE, FIRST, "Unregistered", null))
        .records(new PushRejected(DEVICE, "Unregistered"));
  }

  @Test
  void aTokenThatDiedAfterItWasToldMeansThatTheDeviceHasPresumablyRemovedItsManagement() {
    story
        .when(rejected("Unregistered", at(20)))
        .records(new PushRejected(DEVICE, "Unregistered"), new RemovalPresumed(DEVICE, at(20)))
        .accepted();
  }

  @Test
  void aTokenThatDiedBeforeItWasToldMeansNothing() {
    story.when(rejected("Unregistered", at(1))).records(new PushRejected(DEVICE, "Unregistered"));
    story.when(rejected("Unregistered", null)).records(new PushRejected(DEVICE, "Unregistered"));
  }

  @Test
  void aTokenThatDiedBeforeItWasConfirmedMeansNothing() {
    story
        .given(mac.sendsToken(12))
        .when(rejected("Unregistered", at(11)))
        .records(new PushRejected(DEVICE, "Unregistered"));
  }

  @Test
  void noOtherReasonMeansRemovalForItMayBeAMistakeOfOurs() {
    story
        .when(rejected("BadDeviceToken", at(20)))
        .records(new PushRejected(DEVICE, "BadDeviceToken"));
  }

  @Test
  void aDeadTokenIsNotPushedUntilTheNextTokenUpdateAlsoWithTheSameToken() {
    story.given(rejected("Unregistered", at(20))).when(request(30)).recordsNothing().accepted();
    story
        .given(mac.sendsToken(40))
        .when(ask(51))
        .answers(
            Optional.of(
                new PushTarget(
                    FIRST + 4, Device.TOPIC, mac.secret("token"), mac.secret("magic"), at(40))));
  }

  private RecordPushRejected rejected(String reason, Instant deadSince) {
    return new RecordPushRejected(mac.id(), at(21), DEVICE, FIRST, reason, deadSince);
  }

  @Test
  void anImpossiblePushIsOver() {
    story
        .when(new RecordPushImpossible(mac.id(), at(21), DEVICE, FIRST, Device.TOPIC))
        .records(new PushImpossible(DEVICE, Device.TOPIC));
  }

  @Test
  void aPushIsRequestedWhenNoneIsOpen() {
    story
        .given(accepted)
        .when(request(30))
        .records(new PushRequested(DEVICE, "operator", at(30)))
        .accepted();
  }

  @Test
  void aPushIsNotRequestedTwice() {
    story.given(accepted, request(30)).when(request(31)).recordsNothing().accepted();
  }

  @Test
  void aLateOutcomeLeavesTheNextPushOpen() {
    story.given(mac.idles(15), request(16)).when(accepted).recordsNothing().accepted();
  }

  @Test
  void theNextPushHasATargetOfItsOwn() {
    story
        .given(mac.idles(15), request(16), accepted)
        .when(ask(21))
        .answers(
            Optional.of(
                new PushTarget(
                    FIRST + 2, Device.TOPIC, mac.secret("token"), mac.secret("magic"), at(1))));
  }

  @Test
  void theOutcomeOfTheNextPushClosesIt() {
    story
        .given(mac.idles(15), request(16))
        .when(new RecordPushRejected(mac.id(), at(21), DEVICE, FIRST + 2, "Unregistered", null))
        .records(new PushRejected(DEVICE, "Unregistered"))
        .accepted();
  }

  @Test
  void whoHasLeftIsNotPushed() {
    story.given(mac.leaves(5)).when(request(30)).recordsNothing().refused(Refusal.UNENROLLED);
  }

  @Test
  void leavingClosesTheOpenPush() {
    story.given(mac.leaves(5)).when(ask(11)).answers(Optional.empty());
  }

  @Test
  void aNewEnrollmentClosesTheOpenPush() {
    story.given(mac.with("c2").authenticates(5)).when(accepted).recordsNothing().accepted();
  }

  @Test
  void anUnknownChannelIsNotPushed() {
    story
        .when(new RequestPush(mac.id(), at(30), mac.user("u").channel(), "operator", at(30)))
        .recordsNothing()
        .refused(Refusal.CHANNEL_UNKNOWN);
  }
}
