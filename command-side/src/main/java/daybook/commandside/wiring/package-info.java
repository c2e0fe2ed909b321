// SPDX-License-Identifier: Apache-2.0
/**
 * The list of aggregates, for the part that binds them to the log.
 *
 * <p>Start at {@link daybook.commandside.wiring.Aggregates}. Imported by ops alone.
 */
package daybook.commandside.wiring;
