// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;
import static daybook.commandside.enrollment.Device.at;

import daybook.commandside.aggregate.Story;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenConfirmed;
import daybook.domain.enrollment.EnrollmentEvent.UserEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.UserUnenrolled;
import daybook.domain.escrow.EscrowEvent.UnlockTokenEscrowed;
import daybook.domain.push.PushEvent.PushRequested;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Push tokens of devices and users, and the tokens that clear a passcode. */
class TokenTest {
  private final Device mac = aMac();
  private final Device user = mac.user("u");
  private final Story<Enrollment> story = Story.of(Enrollment.class).given(mac.authenticates(0));

  @Test
  void theFirstPushWaitsAsTheDoorSays() {
    story
        .when(mac.sendsToken(1, "token", "unlock"))
        .records(
            changed(mac, "token"),
            new DeviceEnrolled(),
            new UnlockTokenEscrowed(Channel.DEVICE, mac.secret("unlock")),
            new PushRequested(Channel.DEVICE, "enrolled", at(11)));
  }

  @Test
  void theSameTokenIsConfirmed() {
    story
        .given(mac.sendsToken(1))
        .when(mac.sendsToken(50))
        .records(new PushTokenConfirmed(Channel.DEVICE, null));
  }

  @Test
  void anotherTokenIsAChangeAndAsksForNoSecondPush() {
    story
        .given(mac.sendsToken(1))
        .when(mac.sendsToken(50, "other", null))
        .records(changed(mac, "other"));
  }

  @Test
  void anotherTokenIsTriedWhenNoPushIsOpen() {
    story
        .given(mac.sendsToken(1), mac.idles(12))
        .when(mac.sendsToken(50, "other", null))
        .records(changed(mac, "other"), new PushRequested(Channel.DEVICE, "token", at(60)));
  }

  @Test
  void anUnlockTokenIsEscrowedOnce() {
    story
        .given(mac.sendsToken(1, "token", "unlock"))
        .when(mac.sendsToken(50, "token", "unlock"))
        .records(new PushTokenConfirmed(Channel.DEVICE, null));
  }

  @Test
  void aNewUnlockTokenIsEscrowed() {
    story
        .given(mac.sendsToken(1, "token", "unlock"))
        .when(mac.sendsToken(50, "token", "unlock2"))
        .records(
            new PushTokenConfirmed(Channel.DEVICE, null),
            new UnlockTokenEscrowed(Channel.DEVICE, mac.secret("unlock2")));
  }

  @Test
  void afterANewEnrollmentTheSameUnlockTokenIsEscrowedAnew() {
    Device again = mac.with("c2");
    story
        .given(mac.sendsToken(1, "token", "unlock"), again.authenticates(5))
        .when(again.sendsToken(6, "token", "unlock"))
        .recordsTypes(
            PushTokenChanged.class,
            DeviceEnrolled.class,
            UnlockTokenEscrowed.class,
            PushRequested.class);
  }

  @Test
  void aUsersTokenEnrollsTheUserAndLeavesTheDeviceAlone() {
    story
        .given(mac.sendsToken(1))
        .when(user.sendsToken(2, "users", null))
        .records(
            changed(user, "users"),
            new UserEnrolled(user.channel()),
            new PushRequested(user.channel(), "enrolled", at(12)));
  }

  @Test
  void aUsersTokenMayComeFirst() {
    story
        .given(user.sendsToken(1))
        .when(mac.sendsToken(2))
        .recordsTypes(PushTokenChanged.class, DeviceEnrolled.class, PushRequested.class);
  }

  @Test
  void aUserLeavesAlone() {
    story
        .given(mac.sendsToken(1), user.sendsToken(2))
        .when(user.leaves(3))
        .records(new UserUnenrolled(user.channel(), mac.secret("message")))
        .accepted();
  }

  @Test
  void aUserWhoIsNotThereLeavesWithoutATrace() {
    story.given(mac.sendsToken(1)).when(user.leaves(3)).recordsNothing().accepted();
  }

  @Test
  void theUserWhoWasSilentTheLongestMakesRoom() {
    List<daybook.domain.DomainEvent> users = new ArrayList<>();
    for (int i = 0; i < Channels.MOST_USERS; i++) {
      users.add(new UserEnrolled(Channel.ofUser("u" + i)));
    }
    story
        .given(mac.sendsToken(1))
        .happened(at(2), users)
        .given(mac.user("u0").sendsToken(3))
        .when(mac.user("late").sendsToken(9))
        .recordsTypes(
            UserUnenrolled.class, PushTokenChanged.class, UserEnrolled.class, PushRequested.class);
  }

  private static PushTokenChanged changed(Device device, String token) {
    return new PushTokenChanged(
        device.channel(),
        Device.TOPIC,
        device.secret(token),
        device.secret("magic"),
        null,
        device.channel().isDevice() ? null : device.personal("id"),
        null,
        null,
        device.secret("message"));
  }
}
