// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import java.time.Instant;

/**
 * An enrollment configuration as it stands.
 *
 * @param reserved how many first certificates it has led to
 * @param openSessions sessions that were opened and have neither reserved nor expired
 * @param revokedAt null while it is in force
 * @param updatedAt when it was last decided anew, or made
 */
public record ConfigurationState(
    EnrollmentConfiguration configuration,
    int reserved,
    int openSessions,
    Instant revokedAt,
    Instant createdAt,
    Instant updatedAt) {}
