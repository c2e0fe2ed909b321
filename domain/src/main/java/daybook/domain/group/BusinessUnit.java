// SPDX-License-Identifier: Apache-2.0
package daybook.domain.group;

import java.time.Instant;

/**
 * A business unit as it stands.
 *
 * @param number the number that people see
 * @param apiEnrollmentEnabled a mark that its clients keep there; nothing depends on it
 */
public record BusinessUnit(
    long number, String name, boolean apiEnrollmentEnabled, Instant createdAt, Instant updatedAt) {}
