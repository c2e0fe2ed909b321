// SPDX-License-Identifier: Apache-2.0
package daybook.projections.stray;

import java.time.Instant;
import java.util.List;

/**
 * A certificate of ours that the log doesn't know, and who came with it.
 *
 * @param certificate lower-case hex SHA-256 of its DER
 * @param enrollments the first sixteen devices that it has said to be
 * @param enrollment the device that it last said to be
 * @param times how often it was noted, at most once an hour
 * @param adoptedAt null: it was not
 */
public record StrayView(
    String certificate,
    String subject,
    String issuer,
    Instant notBefore,
    Instant notAfter,
    List<String> enrollments,
    String enrollment,
    Instant firstSeenAt,
    Instant lastSeenAt,
    long times,
    Instant adoptedAt) {}
