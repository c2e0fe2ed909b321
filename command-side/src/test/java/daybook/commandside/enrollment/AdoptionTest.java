// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import static daybook.commandside.enrollment.Device.aMac;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.command.CommandEvent.CommandCancelled;
import daybook.domain.command.CommandEvent.CommandDelivered;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.push.PushEvent.PushRequested;
import org.junit.jupiter.api.Test;

/** A device that an operator adopted is let in with what it tells, and no more is known of it. */
class AdoptionTest {
  private final Device mac = aMac();
  private final Device stray = mac.with("c2");

  private static Story<Enrollment> blank() {
    return Story.of(Enrollment.class);
  }

  @Test
  void anUnknownDeviceIsInAndMayGetCommandsWithoutAPush() {
    blank().when(stray.isAdopted(0)).recordsTypes(EnrollmentAdopted.class).accepted();
    blank().given(stray.isAdopted(0)).when(stray.isAdopted(1)).recordsNothing().accepted();
    blank()
        .given(stray.isAdopted(0))
        .when(stray.gets(1, "a"))
        .recordsTypes(CommandQueued.class)
        .accepted();
    blank()
        .given(stray.isAdopted(0), stray.gets(1, "a"))
        .when(stray.idles(2))
        .recordsTypes(DeviceConnected.class, CommandDelivered.class);
  }

  @Test
  void itsFirstTokenMakesPushesPossible() {
    blank()
        .given(stray.isAdopted(0))
        .when(stray.sendsToken(9))
        .recordsTypes(PushTokenChanged.class, PushRequested.class)
        .accepted();
  }

  @Test
  void aKnownDeviceBeginsAnewAndItsFormerIdentityIsRefused() {
    Story<Enrollment> story =
        blank()
            .given(mac.authenticates(0), mac.sendsToken(1), mac.gets(2, "a"), stray.isAdopted(3));
    blank()
        .given(mac.authenticates(0), mac.sendsToken(1), mac.gets(2, "a"))
        .when(stray.isAdopted(3))
        .recordsTypes(CommandCancelled.class, EnrollmentAdopted.class)
        .accepted();
    story.when(stray.idles(4)).recordsTypes(DeviceConnected.class);
    blank()
        .given(mac.authenticates(0), mac.sendsToken(1), stray.isAdopted(3))
        .when(mac.idles(4))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_REPLACED);
    blank()
        .given(mac.authenticates(0), mac.sendsToken(1), stray.isAdopted(3))
        .when(mac.isAdopted(4))
        .recordsNothing()
        .refused(Refusal.CERTIFICATE_REPLACED);
  }
}
