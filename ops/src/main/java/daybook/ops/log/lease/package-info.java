// SPDX-License-Identifier: Apache-2.0
/**
 * Which of several nodes does what only one may do.
 *
 * <p>Start at {@link daybook.ops.log.lease.PostgresLeases}. Used by the log's own package.
 */
package daybook.ops.log.lease;
