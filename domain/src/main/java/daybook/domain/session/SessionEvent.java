// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.issuer.ScepIssuerId;
import java.time.Instant;

/** Everything that can have happened in a session; stream {@code enrollment-session:<id>}. */
public sealed interface SessionEvent extends DomainEvent {

  @EventName(value = "EnrollmentSessionOpened", revision = 2)
  record EnrollmentSessionOpened(
      ConfigurationId configuration,
      ScepIssuerId issuer,
      String challengeSha256,
      String serialNumber,
      Instant expiresAt)
      implements SessionEvent {}

  @EventName(value = "RenewalSessionOpened", revision = 2)
  record RenewalSessionOpened(
      EnrollmentId enrollment,
      ConfigurationId configuration,
      ScepIssuerId issuer,
      String replaces,
      String challengeSha256,
      Instant expiresAt)
      implements SessionEvent {}

  /** A device has shown what its maker says of it, and is to prove that it gets certificates. */
  @EventName("ProofSessionOpened")
  record ProofSessionOpened(
      ConfigurationId configuration,
      ScepIssuerId issuer,
      String challengeSha256,
      String serialNumber,
      String udid,
      Instant expiresAt)
      implements SessionEvent {}

  /** It did; {@code next} is the session of its enrollment. */
  @EventName("ProofAccepted")
  record ProofAccepted(SessionId next) implements SessionEvent {}

  @EventName("EnrollmentProfileServed")
  record EnrollmentProfileServed(ServedProfile profile) implements SessionEvent {}

  @EventName("CertificateIssued")
  record CertificateIssued(IssuedCertificate certificate) implements SessionEvent {}

  /** A device came with a certificate of another issuer than us that names this session. */
  @EventName("CertificatePresented")
  record CertificatePresented(PresentedCertificate certificate) implements SessionEvent {}

  /** {@code reason} is the name of a {@link daybook.domain.Refusal}. */
  @EventName("CertificateRefused")
  record CertificateRefused(String transaction, String reason) implements SessionEvent {}
}
