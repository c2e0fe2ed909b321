// SPDX-License-Identifier: Apache-2.0
package daybook.domain.contact;

import daybook.domain.DomainEvent;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandAnsweredLate;
import daybook.domain.command.CommandEvent.CommandDeferred;
import daybook.domain.command.CommandEvent.CommandFailed;
import daybook.domain.command.CommandEvent.CommandRefused;
import daybook.domain.command.CommandEvent.CommandResultTooLarge;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.command.CommandEvent.UnknownCommandReported;
import daybook.domain.enrollment.EnrollmentEvent.BlockedDeviceTurnedAway;
import daybook.domain.enrollment.EnrollmentEvent.CheckinDeclined;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.ExpiredIdentityAdmitted;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRenewed;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenConfirmed;
import daybook.domain.enrollment.EnrollmentEvent.UserChannelDeclined;
import daybook.domain.enrollment.EnrollmentEvent.UserUnenrolled;
import daybook.domain.escrow.EscrowEvent;
import daybook.domain.retirement.RetirementEvent.RetiredDeviceTurnedAway;
import java.util.Set;

/** By which events a device has been heard of; what it says on a user's channel counts, too. */
public final class Contact {
  private static final Set<Class<? extends DomainEvent>> RETURNS =
      Set.of(
          EnrollmentStarted.class,
          EnrollmentAdopted.class,
          IdentityRenewed.class,
          ExpiredIdentityAdmitted.class,
          PushTokenChanged.class,
          PushTokenConfirmed.class,
          UserChannelDeclined.class,
          CheckinDeclined.class,
          DeviceConnected.class,
          CommandAcknowledged.class,
          CommandFailed.class,
          CommandRefused.class,
          CommandDeferred.class,
          CommandResultTooLarge.class,
          CommandAnsweredLate.class,
          UnknownCommandReported.class);

  private Contact() {}

  /** Whether the device came and was served: it is in use. */
  public static boolean returns(DomainEvent event) {
    return RETURNS.contains(event.getClass()) || event instanceof EscrowEvent;
  }

  /** Whether the device came, even if it was told to go. */
  public static boolean by(DomainEvent event) {
    return returns(event)
        || event instanceof BlockedDeviceTurnedAway
        || event instanceof RetiredDeviceTurnedAway
        || (event instanceof UserUnenrolled left && left.message() != null);
  }
}
