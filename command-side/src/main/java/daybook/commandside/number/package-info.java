// SPDX-License-Identifier: Apache-2.0
/**
 * The numbers by which the API knows things.
 *
 * <p>Start at {@link daybook.commandside.number.NumbersOfAKind}; doors call {@link
 * daybook.commandside.number.Numbers}.
 */
package daybook.commandside.number;
