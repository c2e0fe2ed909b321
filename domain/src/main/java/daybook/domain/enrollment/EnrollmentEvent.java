// SPDX-License-Identifier: Apache-2.0
package daybook.domain.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.Personal;
import daybook.domain.Secret;
import java.time.Instant;
import java.util.List;

/** Everything that can have happened in an enrollment's life; stream {@code enrollment:<id>}. */
public sealed interface EnrollmentEvent extends DomainEvent {

  /**
   * A device has authenticated with a new identity: all its queues are empty, its users' channels
   * are gone, its certificate is pinned.
   *
   * <p>Revision 2 records in the certificate how the device proved that it holds its key.
   *
   * @param first whether this enrollment has never been started before
   */
  @EventName(value = "EnrollmentStarted", revision = 2)
  record EnrollmentStarted(
      long number,
      boolean first,
      DeviceCertificate certificate,
      String configuration,
      String topic,
      DeviceIdentity identity,
      Secret message)
      implements EnrollmentEvent {}

  /**
   * The device is in these groups and no others, for it came through an enrollment that gives them.
   *
   * @param businessUnit the number of the unit that it belongs to; null: none
   * @param tags the numbers of the tags that it bears, each once
   */
  @EventName("DeviceGrouped")
  record DeviceGrouped(Long businessUnit, List<Long> tags) implements EnrollmentEvent {}

  /**
   * A device is under management again that the log doesn't know, or knows with another identity:
   * it came with a certificate that an operator had adopted. As at a new enrollment all its queues
   * are empty, its users' channels are gone, its certificate is pinned. Nothing else is known until
   * it tells: no push token, and so no topic.
   *
   * @param first whether this enrollment has never been started before
   * @param udid as sent, or null
   * @param enrollmentId as sent, User Enrollment only
   */
  @EventName("EnrollmentAdopted")
  record EnrollmentAdopted(
      long number, boolean first, DeviceCertificate certificate, String udid, String enrollmentId)
      implements EnrollmentEvent {}

  /** A certificate issued for a renewal has authenticated; nothing else has changed. */
  @EventName(value = "IdentityRenewed", revision = 2)
  record IdentityRenewed(DeviceCertificate certificate, String replaced, Secret message)
      implements EnrollmentEvent {}

  /**
   * A session has begun with the pinned certificate, which has ended: the device gets the command
   * that renews it and nothing else.
   */
  @EventName("ExpiredIdentityAdmitted")
  record ExpiredIdentityAdmitted(String certificate, Instant notAfter) implements EnrollmentEvent {}

  /**
   * The pinned certificate speaks for the device no more, and nothing that was issued to renew it
   * does: the device must enroll anew. All open pushes are closed.
   *
   * @param certificate lower-case hex SHA-256 of its DER
   * @param issuer its issuer's distinguished name, RFC 4514, or null for one that we didn't issue
   * @param serialNumber lower-case hex, or null
   * @param notAfter its end, or null
   */
  @EventName("IdentityRevoked")
  record IdentityRevoked(String certificate, String issuer, String serialNumber, Instant notAfter)
      implements EnrollmentEvent {}

  /** The first push token of the device's channel has come: the device is under management. */
  @EventName("DeviceEnrolled")
  record DeviceEnrolled() implements EnrollmentEvent {}

  /** The first push token of a user's channel has come. */
  @EventName("UserEnrolled")
  record UserEnrolled(Channel channel) implements EnrollmentEvent {}

  /**
   * A channel's push token is new or has changed.
   *
   * @param awaitingConfiguration null when the device didn't say
   * @param userId null on the device's channel, like the two names
   */
  @EventName("PushTokenChanged")
  record PushTokenChanged(
      Channel channel,
      String topic,
      Secret token,
      Secret magic,
      Boolean awaitingConfiguration,
      Personal userId,
      Personal userShortName,
      Personal userLongName,
      Secret message)
      implements EnrollmentEvent {}

  /** A channel has sent the push token that is known already. */
  @EventName("PushTokenConfirmed")
  record PushTokenConfirmed(Channel channel, Boolean awaitingConfiguration)
      implements EnrollmentEvent {}

  /** The device has removed its management. */
  @EventName("DeviceUnenrolled")
  record DeviceUnenrolled(Secret message) implements EnrollmentEvent {}

  /**
   * A user's channel has ended.
   *
   * @param message null when no one asked: it was the most silent of too many
   */
  @EventName("UserUnenrolled")
  record UserUnenrolled(Channel channel, Secret message) implements EnrollmentEvent {}

  /** A user's login session was declined management ({@code UserAuthenticate} answered 410). */
  @EventName("UserChannelDeclined")
  record UserChannelDeclined(Channel channel, Secret message) implements EnrollmentEvent {}

  /** A check-in message was declined because the server doesn't serve it. */
  @EventName("CheckinDeclined")
  record CheckinDeclined(Channel channel, String messageType, Secret message)
      implements EnrollmentEvent {}

  /** The device causes too many events by itself; until {@code hour} ends it is told to wait. */
  @EventName("EnrollmentThrottled")
  record EnrollmentThrottled(String hour, int events) implements EnrollmentEvent {}

  /**
   * The device is kept out: it is told to remove its management as soon as it comes, and gets
   * nothing else until it is unblocked, under whatever identity it comes. All open pushes are
   * closed.
   */
  @EventName("DeviceBlocked")
  record DeviceBlocked() implements EnrollmentEvent {}

  /** The device may come again; what waited for it still waits. */
  @EventName("DeviceUnblocked")
  record DeviceUnblocked() implements EnrollmentEvent {}

  /**
   * The blocked device came and was told to remove its management (401). Recorded at most once a
   * day.
   */
  @EventName("BlockedDeviceTurnedAway")
  record BlockedDeviceTurnedAway() implements EnrollmentEvent {}

  /**
   * A device under management has not been heard of for so long that something may be wrong. Told
   * once, until it is heard of again.
   *
   * @param since when it was last heard of
   * @param causes likely ones, the likeliest first: {@code off_or_offline}, {@code
   *     profile_removed}, {@code erased}, {@code push_refused}, {@code push_impossible}
   */
  @EventName("DeviceSilent")
  record DeviceSilent(Instant since, List<String> causes) implements EnrollmentEvent {}

  /**
   * The device is out of sight: lists leave it out unless they are asked for it. All else stays as
   * it is. It is back when it comes again and is served.
   */
  @EventName("DeviceArchived")
  record DeviceArchived() implements EnrollmentEvent {}

  /** An operator has brought the device back into the lists. */
  @EventName("DeviceUnarchived")
  record DeviceUnarchived() implements EnrollmentEvent {}

  /**
   * These data keys are dropped next, and at every start; generation + 1 opens. With them go the
   * queued commands, the push targets and so the open pushes, the users' channels and the escrow.
   */
  @EventName("DeviceShredded")
  record DeviceShredded(int generation, List<String> keyIds) implements EnrollmentEvent {}
}
