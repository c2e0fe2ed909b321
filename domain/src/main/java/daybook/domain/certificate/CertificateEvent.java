// SPDX-License-Identifier: Apache-2.0
package daybook.domain.certificate;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.SessionId;
import java.time.Instant;

/** Everything that can have happened to a certificate; stream {@code certificate:<sha256>}. */
public sealed interface CertificateEvent extends DomainEvent {

  @EventName("CertificateRegistered")
  record CertificateRegistered(
      SessionId session,
      ConfigurationId configuration,
      EnrollmentId renews,
      Instant notBefore,
      Instant notAfter)
      implements CertificateEvent {}

  @EventName("CertificateBound")
  record CertificateBound(EnrollmentId enrollment) implements CertificateEvent {}

  /**
   * A device proved that it holds the key of this certificate of our authority, which the log
   * doesn't know, and was refused. Recorded at most once an hour.
   *
   * @param enrollment which device it said to be
   * @param subject of the certificate, RFC 4514
   * @param issuer RFC 4514
   * @param door where it came
   */
  @EventName("StrayCertificateSeen")
  record StrayCertificateSeen(
      EnrollmentId enrollment,
      String subject,
      String issuer,
      Instant notBefore,
      Instant notAfter,
      String door)
      implements CertificateEvent {}

  /**
   * An operator lets the device in that came with it: it speaks for this enrollment from now on.
   */
  @EventName("StrayCertificateAdopted")
  record StrayCertificateAdopted(EnrollmentId enrollment) implements CertificateEvent {}
}
