// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import daybook.domain.enrollment.EnrollmentId;
import java.time.Instant;

/**
 * A session as it stands.
 *
 * @param challengeSha256 lower-case hex; null for a session that its certificate's key opened
 * @param renews the enrollment whose identity it renews, or null
 * @param issued the certificate, or null while none was issued
 */
public record SessionState(
    SessionId session,
    Purpose purpose,
    ConfigurationId configuration,
    EnrollmentId renews,
    String challengeSha256,
    Instant expiresAt,
    IssuedCertificate issued) {}
