// SPDX-License-Identifier: Apache-2.0
package daybook.domain.enrollment;

import daybook.domain.Intent;
import daybook.domain.Personal;
import daybook.domain.Secret;
import daybook.domain.StreamId;
import daybook.domain.group.DeviceGroups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything that may be asked of an enrollment's life cycle. {@code certificate} is the lower-case
 * hex SHA-256 of the certificate that the caller has proven; the aggregate compares it with the
 * pinned one. {@code hourlyEvents} is the most events that the device may cause by itself in an
 * hour; above, it is {@code THROTTLED}.
 */
public sealed interface EnrollmentIntent<R> extends Intent<R> {
  EnrollmentId enrollment();

  @Override
  default StreamId target() {
    return enrollment().stream();
  }

  /** Asks what is known, without changing anything. */
  record DescribeEnrollment(EnrollmentId enrollment, Instant now)
      implements EnrollmentIntent<EnrollmentSummary> {}

  /**
   * {@code Authenticate} with a certificate that was not issued for a renewal: a new enrollment.
   * Repeated with the same certificate before the first {@code TokenUpdate} it changes nothing.
   *
   * @param number the number of the API, drawn by the door for a device that has none; else ignored
   * @param configuration the enrollment configuration, or null when the certificate is of another
   *     CA
   * @param groups what that configuration gives the device, besides what it has
   * @param message the raw message
   */
  record StartEnrollment(
      EnrollmentId enrollment,
      Instant now,
      long number,
      DeviceCertificate certificate,
      String configuration,
      DeviceGroups groups,
      String topic,
      DeviceIdentity identity,
      Secret message,
      int hourlyEvents)
      implements EnrollmentIntent<Void> {}

  /**
   * A device came with a certificate that an operator had adopted; the rest is as in {@code
   * EnrollmentAdopted}. With the certificate that is pinned it changes nothing.
   *
   * @param number drawn by the door for a device that has none; else ignored
   */
  record AdoptEnrollment(
      EnrollmentId enrollment,
      Instant now,
      long number,
      DeviceCertificate certificate,
      String udid,
      String enrollmentId,
      int hourlyEvents)
      implements EnrollmentIntent<Void> {}

  /**
   * {@code Authenticate} with a certificate that was issued for a renewal of this enrollment.
   *
   * @param replaces the certificate that was pinned when the renewal was begun: one of a former
   *     enrollment leads to {@code CERTIFICATE_REPLACED}
   */
  record RenewIdentity(
      EnrollmentId enrollment,
      Instant now,
      DeviceCertificate certificate,
      String replaces,
      String topic,
      Secret message,
      int hourlyEvents)
      implements EnrollmentIntent<Void> {}

  /**
   * {@code TokenUpdate} on the device's or a user's channel; the first completes the enrollment.
   *
   * @param unlockToken escrowed when present, never erased by absence
   * @param awaitingConfiguration null when the key was absent
   * @param user the user behind the channel, null on the device's channel
   * @param pushAfter the earliest time of the first push
   */
  record UpdatePushToken(
      EnrollmentId enrollment,
      Instant now,
      String certificate,
      Channel channel,
      String topic,
      Secret token,
      Secret magic,
      Secret unlockToken,
      Boolean awaitingConfiguration,
      ChannelUser user,
      Secret message,
      Instant pushAfter,
      int hourlyEvents)
      implements EnrollmentIntent<Void> {}

  /** {@code CheckOut}. */
  record Unenroll(
      EnrollmentId enrollment,
      Instant now,
      String certificate,
      Channel channel,
      Secret message,
      int hourlyEvents)
      implements EnrollmentIntent<Void> {}

  /** {@code UserAuthenticate}: declined, the user isn't managed in this login session. */
  record DeclineUser(
      EnrollmentId enrollment,
      Instant now,
      String certificate,
      Channel channel,
      Secret message,
      int hourlyEvents)
      implements EnrollmentIntent<Void> {}

  /**
   * A check-in message that isn't served.
   *
   * @param messageType as sent, at most 64 characters
   */
  record DeclineCheckin(
      EnrollmentId enrollment,
      Instant now,
      String certificate,
      Channel channel,
      String messageType,
      Secret message,
      int hourlyEvents)
      implements EnrollmentIntent<Void> {}

  /** Keeps the device out, whatever it does next; refused with {@code ALREADY_BLOCKED}. */
  record BlockDevice(EnrollmentId enrollment, Instant now) implements EnrollmentIntent<Void> {}

  /** Lets the device in again; refused with {@code NOT_BLOCKED}. */
  record UnblockDevice(EnrollmentId enrollment, Instant now) implements EnrollmentIntent<Void> {}

  /**
   * Ends what the pinned certificate is good for; the rest is as in {@code IdentityRevoked}.
   * Refused with {@code NOT_ENROLLED}, {@code CERTIFICATE_REPLACED} when another one is pinned by
   * now, or {@code CERTIFICATE_REVOKED} when that was done before.
   */
  record RevokeIdentity(
      EnrollmentId enrollment,
      Instant now,
      String certificate,
      String issuer,
      String serialNumber,
      Instant notAfter)
      implements EnrollmentIntent<Void> {}

  /**
   * Says what follows from the device's silence, if it has been silent for this long at {@code
   * now}: a device under management is told to be silent; one that is being unenrolled, or is
   * blocked, counts as gone. Nothing else, and nothing twice.
   */
  record ConfirmSilence(EnrollmentId enrollment, Instant now, Duration after)
      implements EnrollmentIntent<Void> {}

  /** Takes the device out of the lists; refused with {@code ALREADY_ARCHIVED}. */
  record ArchiveDevice(EnrollmentId enrollment, Instant now) implements EnrollmentIntent<Void> {}

  /** Brings it back into the lists; refused with {@code NOT_ARCHIVED}. */
  record UnarchiveDevice(EnrollmentId enrollment, Instant now) implements EnrollmentIntent<Void> {}

  /** Names the keys that are dropped next, and opens the next generation of the subject's keys. */
  record ShredDevice(EnrollmentId enrollment, Instant now, int generation, List<String> keyIds)
      implements EnrollmentIntent<Void> {}

  /** The user of a channel; names are personal. */
  record ChannelUser(Personal userId, Personal shortName, Personal longName) {}
}
