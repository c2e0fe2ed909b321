// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

import daybook.domain.enrollment.EnrollmentId;
import java.time.Instant;

/**
 * A row of the to-do view {@code inventory}: an enrolled device, with no inventory command waiting.
 *
 * @param since when it last told what it is, or when it enrolled
 * @param told whether it has told since it enrolled
 */
public record InventoryWork(EnrollmentId enrollment, Instant since, boolean told) {}
