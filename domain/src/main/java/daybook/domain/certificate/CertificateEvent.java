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
}
