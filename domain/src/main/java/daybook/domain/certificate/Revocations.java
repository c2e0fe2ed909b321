// SPDX-License-Identifier: Apache-2.0
package daybook.domain.certificate;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.enrollment.EnrollmentId;

/** Port: ends what the identity of a device is good for. */
public interface Revocations {
  /**
   * Revokes the pinned certificate.
   *
   * @return refused with {@code NOT_ENROLLED}, or with {@code CERTIFICATE_REVOKED} when it was
   *     before
   */
  Outcome<Void> revoke(EnrollmentId enrollment, Origin origin);
}
