// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;
import static daybook.commandside.enrollment.Device.at;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.DomainEvent;
import daybook.domain.Refusal;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandDelivered;
import daybook.domain.command.CommandEvent.CommandExpired;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.command.CommandId;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.UserEnrolled;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** However long the stream, the state stays small. */
class BoundsTest {
  private static final Channel DEVICE = Channel.DEVICE;

  private static CommandQueued queued(int i) {
    return new CommandQueued(
        DEVICE,
        id(i),
        "x",
        "ProfileList",
        Delivery.REPEAT,
        "operator",
        null,
        null,
        0,
        Map.of(),
        aMac().secret("payload"));
  }

  private static CommandId id(int i) {
    return new CommandId("c" + i);
  }

  @Test
  void hundredThousandEventsLeaveASmallState() {
    EnrollmentState state = EnrollmentState.none();
    long sequence = 0;
    for (int i = 0; i < 25_000; i++) {
      DomainEvent last =
          i % 2 == 0
              ? new CommandAcknowledged(DEVICE, id(i), "ProfileList", null)
              : new CommandExpired(DEVICE, id(i), "ProfileList");
      for (DomainEvent event :
          new DomainEvent[] {
            queued(i),
            new DeviceConnected(DEVICE),
            new CommandDelivered(DEVICE, id(i), "ProfileList", 1),
            last
          }) {
        state = state.after(event, sequence, at(sequence));
        sequence++;
      }
    }
    assertThat(state.channel(DEVICE).queue().commands()).isEmpty();
    assertThat(state.channel(DEVICE).queue().answered()).hasSize(CommandQueue.MOST_ANSWERED);
    assertThat(state.closed().commands()).hasSize(ClosedCommands.MOST);
    assertThat(state.toString().length()).isLessThan(40_000);
  }

  @Test
  void theLastAnsweredAndTheLastGivenUpAreKnown() {
    EnrollmentState state = EnrollmentState.none();
    for (int i = 0; i < 300; i++) {
      state = state.after(queued(i), i, at(i));
      state = state.after(new CommandExpired(DEVICE, id(i), "ProfileList"), i, at(i));
    }
    assertThat(state.knows(id(299))).isTrue();
    assertThat(state.knows(id(300 - ClosedCommands.MOST))).isTrue();
    assertThat(state.knows(id(300 - ClosedCommands.MOST - 1))).isFalse();
  }

  @Test
  void ofAnEmptiedQueueThoseThatWentOutAreForgottenLast() {
    EnrollmentState state = EnrollmentState.none();
    for (int i = 0; i < 300; i++) {
      state = state.after(queued(i), i, at(i));
    }
    state = state.after(new CommandDelivered(DEVICE, id(0), "ProfileList", 1), 300, at(300));
    EnrollmentStarted started = new LifeEvents(aMac()).started();
    state = state.after(started, 301, at(301));
    assertThat(state.closed().find(id(0))).isPresent();
    assertThat(state.closed().find(id(1))).isEmpty();
  }

  @Test
  void formerCertificatesAreRememberedForAWhile() {
    Pin pin = Pin.none();
    for (int i = 0; i <= 20; i++) {
      pin = pin.renewedBy("c" + i);
    }
    assertThat(pin.judge("c20")).isEmpty();
    assertThat(pin.judge("c19")).contains(Refusal.CERTIFICATE_REPLACED);
    assertThat(pin.judge("c4")).contains(Refusal.CERTIFICATE_REPLACED);
    assertThat(pin.judge("c3")).contains(Refusal.CERTIFICATE_NOT_PINNED);
  }

  @Test
  void guestsAreForgotten() {
    Channels channels = Channels.none();
    for (int i = 0; i < 100; i++) {
      Channel guest = Channel.ofUser("g" + i);
      channels = channels.after(new DeviceConnected(guest), i, at(i));
    }
    assertThat(channels.all()).hasSize(Channels.MOST_GUESTS).containsKey("user-g99");
  }

  @Test
  void oneUserGoesWhenTheRoomIsFull() {
    Channels channels = Channels.none();
    for (int i = 0; i < Channels.MOST_USERS; i++) {
      assertThat(channels.mustGo()).isEmpty();
      channels = channels.after(new UserEnrolled(Channel.ofUser("u" + i)), i, at(i));
    }
    assertThat(channels.mustGo()).contains(Channel.ofUser("u0"));
  }
}
