// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import daybook.domain.enrollment.DeviceCertificate;
import daybook.domain.enrollment.IdentityMode;
import daybook.domain.session.SessionId;

/**
 * A device that has proven to hold the key of a certificate that we trust.
 *
 * @param named the session that the certificate's subject names, or null; that alone proves nothing
 * @param subject of the certificate, RFC 4514
 */
public record Caller(
    DeviceCertificate certificate, IdentityMode mode, SessionId named, String subject) {
  /** Lower-case hex SHA-256 of the certificate: what an enrollment pins. */
  public String sha256() {
    return certificate.sha256();
  }
}
