// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

import daybook.domain.enrollment.EnrollmentId;
import java.time.Instant;

/**
 * A row of the to-do view {@code inventory}: an enrolled device, with no inventory command waiting.
 * A row that has never told is always due, before all others; one that has is due from {@code
 * since} on. The policy asks about an earlier moment to let its interval pass.
 *
 * @param since when it last told what it is, or when it enrolled
 * @param told whether it has told since it enrolled
 * @param platform the word of {@link daybook.domain.enrollment.Platform}, by what the device said
 *     when it started to enroll; it decides what can be asked
 */
public record InventoryWork(
    EnrollmentId enrollment, Instant since, boolean told, String platform) {}
