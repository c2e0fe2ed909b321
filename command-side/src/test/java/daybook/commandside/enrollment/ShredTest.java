// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;
import static daybook.commandside.enrollment.Device.at;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentIntent.ShredDevice;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenEscrowed;
import daybook.domain.push.PushEvent.PushRequested;
import daybook.domain.push.PushIntent.AskPushTarget;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a device's keys are dropped, what was sealed with them is gone from its state too. */
class ShredTest {
  private final Device mac = aMac();
  private final Device after = mac.inGeneration(2);
  private final ShredDevice shred = new ShredDevice(mac.id(), at(50), 1, List.of("1.a", "1.b"));
  private final Story<Enrollment> story =
      Story.of(Enrollment.class).given(mac.authenticates(0), mac.sendsToken(1));

  @Test
  void theKeysAreNamed() {
    story.when(shred).records(new DeviceShredded(1, List.of("1.a", "1.b"))).accepted();
  }

  @Test
  void shreddingTheSameGenerationAgainChangesNothing() {
    story.given(shred).when(shred).recordsNothing().accepted();
  }

  @Test
  void theNextGenerationMayBeShreddedToo() {
    story
        .given(shred)
        .when(new ShredDevice(mac.id(), at(60), 2, List.of()))
        .recordsTypes(DeviceShredded.class);
  }

  @Test
  void anUnknownDeviceIsNotShredded() {
    Story.of(Enrollment.class).when(shred).recordsNothing().refused(Refusal.NOT_ENROLLED);
  }

  @Test
  void whatIsSealedUnderADroppedKeyIsRefused() {
    story
        .given(shred)
        .when(mac.sendsToken(60))
        .recordsNothing()
        .refused(Refusal.SEALED_UNDER_DROPPED_KEY);
  }

  @Test
  void aCommandSealedUnderADroppedKeyIsRefused() {
    story
        .given(shred)
        .when(mac.gets(60, "a"))
        .recordsNothing()
        .refused(Refusal.SEALED_UNDER_DROPPED_KEY);
  }

  @Test
  void theDeviceStaysEnrolledAndTellsItsTokenAnew() {
    story
        .given(shred)
        .when(after.sendsToken(60))
        .recordsTypes(PushTokenChanged.class, PushRequested.class);
  }

  @Test
  void thePushTargetIsGone() {
    story
        .given(shred)
        .when(new AskPushTarget(mac.id(), at(60), Channel.DEVICE))
        .answers(Optional.empty());
  }

  @Test
  void noPushIsRequestedThatCannotGoOut() {
    story.given(shred).when(after.gets(60, "a")).recordsTypes(CommandQueued.class);
  }

  @Test
  void theQueueIsEmptyForItsPayloadsAreGone() {
    story
        .given(mac.gets(40, "a"), shred)
        .when(after.idles(60))
        .recordsTypes(DeviceConnected.class)
        .answers(Optional.empty());
  }

  @Test
  void usersAreGoneForTheirPseudonymsWereMadeWithTheKey() {
    story
        .given(mac.user("u").sendsToken(40), shred)
        .when(new DescribeEnrollment(mac.id(), at(60)))
        .answers(
            new EnrollmentSummary(State.ENROLLED, 42, "c1", Device.TOPIC, List.of(), 2, false));
  }

  @Test
  void theEscrowIsForgotten() {
    story
        .given(mac.escrows(40, "boot"), shred)
        .when(after.escrows(60, "boot"))
        .records(new BootstrapTokenEscrowed(after.secret("boot"), null));
  }

  @Test
  void theStateHoldsNothingThatTheKeysHaveSealed() {
    EnrollmentState state = EnrollmentState.none();
    state = state.after(new LifeEvents(mac).started(), 0, at(0));
    state = state.after(new DeviceEnrolled(), 1, at(1));
    state =
        state.after(
            new PushTokenChanged(
                Channel.DEVICE,
                Device.TOPIC,
                mac.secret("token"),
                mac.secret("magic"),
                null,
                null,
                null,
                null,
                mac.secret("message")),
            2,
            at(2));
    assertThat(state.toString()).contains("1.key");
    state = state.after(new DeviceShredded(1, List.of()), 3, at(3));
    assertThat(state.toString()).doesNotContain("1.key");
  }
}
