// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import daybook.domain.enrollment.DeviceCertificate;
import daybook.domain.enrollment.IdentityMode;

/** A device that has proven to hold the key of a certificate that we trust. */
public record Caller(DeviceCertificate certificate, IdentityMode mode) {
  /** Lower-case hex SHA-256 of the certificate: what an enrollment pins. */
  public String sha256() {
    return certificate.sha256();
  }
}
