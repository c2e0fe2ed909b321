// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import daybook.domain.enrollment.EnrollmentId;

/**
 * A certificate that another issuer than us made for a session.
 *
 * @param sha256 lower-case hex of the SHA-256 of its DER
 * @param issuer the distinguished name of who signed it
 * @param enrollment the device that came with it
 */
public record PresentedCertificate(String sha256, String issuer, EnrollmentId enrollment) {
  /** Whether it is the same certificate, of the same device. */
  public boolean isSame(PresentedCertificate other) {
    return sha256.equals(other.sha256()) && enrollment.equals(other.enrollment());
  }
}
