// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.sentence;

import daybook.domain.enrollment.DeviceIdentity;
import daybook.domain.enrollment.EnrollmentEvent.BlockedDeviceTurnedAway;
import daybook.domain.enrollment.EnrollmentEvent.CheckinDeclined;
import daybook.domain.enrollment.EnrollmentEvent.DeviceArchived;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.DeviceGrouped;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceSilent;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnarchived;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnblocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentThrottled;
import daybook.domain.enrollment.EnrollmentEvent.ExpiredIdentityAdmitted;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRenewed;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRevoked;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenConfirmed;
import daybook.domain.enrollment.EnrollmentEvent.UserChannelDeclined;
import daybook.domain.enrollment.EnrollmentEvent.UserEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.UserUnenrolled;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenEscrowed;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenReleased;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenRemoved;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenWithheld;
import daybook.domain.escrow.EscrowEvent.UnlockTokenEscrowed;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The life of a device, and what is kept for it. */
final class EnrollmentSentences {
  private EnrollmentSentences() {}

  static void add(Sentences to) {
    to.on(EnrollmentStarted.class, EnrollmentSentences::started)
        .on(
            IdentityRenewed.class,
            (e, t) ->
                "The device renewed its identity; the new certificate is valid until "
                    + Telling.day(e.certificate().notAfter())
                    + ".")
        .on(
            ExpiredIdentityAdmitted.class,
            (e, t) ->
                "The device came with the certificate that ended on "
                    + Telling.day(e.notAfter())
                    + ", and was let in to renew it, and for nothing else.")
        .on(DeviceEnrolled.class, (e, t) -> "The device is under management.")
        .on(UserEnrolled.class, (e, t) -> "A user of the device is under management.")
        .on(PushTokenChanged.class, EnrollmentSentences::pushTokenChanged)
        .on(
            PushTokenConfirmed.class,
            (e, t) ->
                subject(e.channel().isDevice())
                    + " sent the push token that is known already"
                    + waiting(e.awaitingConfiguration()))
        .on(DeviceUnenrolled.class, (e, t) -> "The device removed its management.")
        .on(UserUnenrolled.class, (e, t) -> "A user of the device ended management.")
        .on(
            UserChannelDeclined.class,
            (e, t) -> "The device asked to manage the login of a user, and was declined.")
        .on(
            CheckinDeclined.class,
            (e, t) -> "The device sent " + e.messageType() + ", which is not served.")
        .on(
            EnrollmentThrottled.class,
            (e, t) ->
                "The device caused "
                    + e.events()
                    + " events in the hour "
                    + e.hour()
                    + ", and has to wait until it ends.")
        .on(DeviceBlocked.class, (e, t) -> t.who() + " blocked the device.")
        .on(
            IdentityRevoked.class,
            (e, t) ->
                t.who()
                    + " revoked the device's identity ("
                    + Telling.hash(e.certificate())
                    + "); it must enroll anew.")
        .on(DeviceUnblocked.class, (e, t) -> t.who() + " unblocked the device.")
        .on(
            BlockedDeviceTurnedAway.class,
            (e, t) -> "The device came although it is blocked, and was told to remove management.")
        .on(
            DeviceSilent.class,
            (e, t) ->
                "Nothing was heard of the device since "
                    + Telling.minute(e.since())
                    + "; likely causes: "
                    + String.join(", ", e.causes()).replace('_', ' ')
                    + ".")
        .on(DeviceArchived.class, (e, t) -> t.who() + " archived the device: lists leave it out.")
        .on(DeviceGrouped.class, (e, t) -> grouped(e))
        .on(DeviceUnarchived.class, (e, t) -> t.who() + " brought the device back into the lists.")
        .on(
            DeviceShredded.class,
            (e, t) ->
                t.who()
                    + " shredded the device's keys: what was sealed with them is gone everywhere.")
        .on(
            BootstrapTokenEscrowed.class,
            (e, t) -> "The device gave its bootstrap token into keeping.")
        .on(BootstrapTokenRemoved.class, (e, t) -> "The device took its bootstrap token back.")
        .on(
            BootstrapTokenReleased.class,
            (e, t) -> "The device asked for its bootstrap token, and got it.")
        .on(
            BootstrapTokenWithheld.class,
            (e, t) ->
                "The device asked for its bootstrap token, and got none"
                    + (e.escrowed() ? ", although one is kept." : ": none is kept."))
        .on(
            UnlockTokenEscrowed.class,
            (e, t) -> "The device gave the token that clears its passcode into keeping.");
  }

  private static String started(EnrollmentStarted event, Telling telling) {
    DeviceIdentity identity = event.identity();
    String what =
        Stream.of(
                identity.productName() == null ? identity.model() : identity.productName(),
                identity.serialNumber() == null ? null : "serial " + identity.serialNumber(),
                system(identity))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    String name = telling.quoted(identity.deviceName());
    return "The device"
        + (name == null ? "" : " " + name)
        + (what.isEmpty() ? "" : " (" + what + ")")
        + (event.first() ? " began to enroll." : " began to enroll anew; its queues are empty.");
  }

  private static String grouped(DeviceGrouped event) {
    String unit =
        event.businessUnit() == null
            ? "no business unit"
            : "the business unit " + event.businessUnit();
    String tags = event.tags().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "The device belongs to "
        + unit
        + (tags.isEmpty() ? "." : ", and bears the tags " + tags + ".");
  }

  private static String system(DeviceIdentity identity) {
    return identity.osVersion() == null
        ? identity.platform()
        : identity.platform() + " " + identity.osVersion();
  }

  private static String pushTokenChanged(PushTokenChanged event, Telling telling) {
    String name = telling.quoted(event.userShortName());
    String who =
        event.channel().isDevice()
            ? "The device"
            : name == null ? "A user of the device" : "The user " + name;
    return who + " sent a new push token" + waiting(event.awaitingConfiguration());
  }

  private static String subject(boolean device) {
    return device ? "The device" : "A user of the device";
  }

  private static String waiting(Boolean awaitingConfiguration) {
    return Boolean.TRUE.equals(awaitingConfiguration)
        ? "; the device waits in Setup Assistant."
        : ".";
  }
}
