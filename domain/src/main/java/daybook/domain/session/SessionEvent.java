// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.enrollment.EnrollmentId;
import java.time.Instant;

/** Everything that can have happened in a session; stream {@code enrollment-session:<id>}. */
public sealed interface SessionEvent extends DomainEvent {

  @EventName("EnrollmentSessionOpened")
  record EnrollmentSessionOpened(
      ConfigurationId configuration, String challengeSha256, String serialNumber, Instant expiresAt)
      implements SessionEvent {}

  @EventName("RenewalSessionOpened")
  record RenewalSessionOpened(
      EnrollmentId enrollment,
      ConfigurationId configuration,
      String replaces,
      String challengeSha256,
      Instant expiresAt)
      implements SessionEvent {}

  @EventName("EnrollmentProfileServed")
  record EnrollmentProfileServed(ServedProfile profile) implements SessionEvent {}

  @EventName("CertificateIssued")
  record CertificateIssued(IssuedCertificate certificate) implements SessionEvent {}

  /** {@code reason} is the name of a {@link daybook.domain.Refusal}. */
  @EventName("CertificateRefused")
  record CertificateRefused(String transaction, String reason) implements SessionEvent {}
}
