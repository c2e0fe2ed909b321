// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;
import static daybook.commandside.enrollment.Device.at;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.aggregate.Story;
import daybook.domain.DomainEvent;
import daybook.domain.Refusal;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandDelivered;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.command.CommandEvent.ReportPartRecorded;
import daybook.domain.command.CommandId;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentThrottled;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenConfirmed;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A device that causes too many events by itself has to wait until the hour is over. */
class ThrottleTest {
  private static final String HOUR = "2026-11-24T10:00:00Z";
  private static final DomainEvent CONNECTED = new DeviceConnected(Channel.DEVICE);

  private static final int MOST = 500;

  private final Device mac = aMac().mayCause(MOST);
  private final Story<Enrollment> story =
      Story.of(Enrollment.class)
          .given(mac.authenticates(0), mac.sendsToken(1), mac.gets(2, "a"), mac.idles(3))
          .happened(
              at(10), Collections.nCopies(MOST - 5, new PushTokenConfirmed(Channel.DEVICE, null)));

  @Test
  void theLastEventOfTheHourIsStillTaken() {
    story.when(mac.leaves(20)).accepted();
  }

  @Test
  void tooManyAreToldOnce() {
    story
        .happened(at(19), List.of(CONNECTED))
        .when(mac.sendsToken(20))
        .records(new EnrollmentThrottled(HOUR, MOST))
        .refused(Refusal.THROTTLED);
  }

  @Test
  void thenTheDeviceIsRefusedWithoutAnEvent() {
    story
        .happened(at(19), List.of(CONNECTED))
        .given(mac.sendsToken(20))
        .when(mac.idles(1_000))
        .recordsNothing()
        .refused(Refusal.THROTTLED);
  }

  @Test
  void theNextHourIsFree() {
    story
        .happened(at(19), List.of(CONNECTED))
        .given(mac.sendsToken(20))
        .when(mac.sendsToken(3_600))
        .records(new PushTokenConfirmed(Channel.DEVICE, null))
        .accepted();
  }

  @Test
  void anAnswerToADeliveredCommandIsAlwaysHeard() {
    story
        .happened(at(19), List.of(new PushTokenConfirmed(Channel.DEVICE, null)))
        .given(mac.sendsToken(20))
        .when(mac.acknowledges(21, "a"))
        .recordsTypes(CommandAcknowledged.class)
        .answers(Optional.empty());
  }

  @Test
  void whatTheDoorAllowsNowCounts() {
    story
        .happened(at(19), List.of(CONNECTED))
        .given(mac.sendsToken(20))
        .when(mac.mayCause(MOST + 1).leaves(21))
        .accepted();
  }

  @Test
  void operatorsAreNotThrottled() {
    story
        .happened(at(19), List.of(CONNECTED))
        .given(mac.sendsToken(20))
        .when(mac.gets(21, "b"))
        .accepted();
  }

  @Test
  void answersAndDeliveriesDontCount() {
    SelfCaused none = SelfCaused.none();
    CommandId id = new CommandId("a");
    assertThat(
            none.after(
                new CommandAcknowledged(Channel.DEVICE, id, "ProfileList", null), true, at(0)))
        .isEqualTo(none);
    assertThat(none.after(new CommandDelivered(Channel.DEVICE, id, "ProfileList", 1), true, at(0)))
        .isEqualTo(none);
  }

  @Test
  void partsCountWhenTheirCommandIsUnknown() {
    SelfCaused none = SelfCaused.none();
    DomainEvent part =
        new ReportPartRecorded(Channel.DEVICE, new CommandId("a"), 1, 1, mac.secret("p"));
    assertThat(none.after(part, true, at(0)).events()).isZero();
    assertThat(none.after(part, false, at(0)).events()).isEqualTo(1);
  }
}
