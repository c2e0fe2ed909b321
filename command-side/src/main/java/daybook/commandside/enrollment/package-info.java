// SPDX-License-Identifier: Apache-2.0
/**
 * The aggregate of a managed device and the values that hold its rules.
 *
 * <p>Start at {@link daybook.commandside.enrollment.Enrollment}. Reached through {@code Intents}
 * alone; the values are tested without Axon.
 */
package daybook.commandside.enrollment;
