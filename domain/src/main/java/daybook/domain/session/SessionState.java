// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.issuer.ScepIssuerId;
import java.time.Instant;

/**
 * A session as it stands.
 *
 * @param issuer of the certificate that it is for
 * @param challengeSha256 lower-case hex; null for a session that its certificate's key opened, and
 *     where another issuer judges a challenge of its own
 * @param serialNumber of the device that it was opened for, where that was known
 * @param udid likewise
 * @param renews the enrollment whose identity it renews, or null
 * @param issued the certificate, or null while we issued none
 * @param presented the certificate of another issuer, or null while no device came with one
 * @param next where the enrollment goes on whose proof was accepted, or null
 */
public record SessionState(
    SessionId session,
    Purpose purpose,
    ConfigurationId configuration,
    EnrollmentId renews,
    ScepIssuerId issuer,
    String challengeSha256,
    String serialNumber,
    String udid,
    Instant expiresAt,
    IssuedCertificate issued,
    PresentedCertificate presented,
    SessionId next) {
  /** Whether its certificate comes from our own authority. */
  public boolean isOurs() {
    return ScepIssuerId.OWN.equals(issuer);
  }
}
