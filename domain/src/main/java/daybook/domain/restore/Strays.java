// SPDX-License-Identifier: Apache-2.0
package daybook.domain.restore;

import daybook.domain.enrollment.EnrollmentId;
import java.time.Instant;
import java.util.List;

/** Port: devices with a certificate of ours that the log doesn't know. */
public interface Strays {
  /**
   * One of them.
   *
   * @param certificate lower-case hex SHA-256 of its DER
   * @param subject of the certificate, RFC 4514
   * @param issuer RFC 4514
   * @param enrollment which device it last said to be
   * @param device the number of a device that is known by that name; 0: there is none
   * @param otherNames how many other devices it has said to be
   * @param times how often it was noted, at most once an hour
   * @param adoptedAt when an operator adopted it; null: it is turned away
   */
  record Stray(
      String certificate,
      String subject,
      String issuer,
      Instant notBefore,
      Instant notAfter,
      EnrollmentId enrollment,
      long device,
      int otherNames,
      Instant firstSeenAt,
      Instant lastSeenAt,
      long times,
      Instant adoptedAt) {}

  /** All of them, the last seen first. */
  List<Stray> all();
}
