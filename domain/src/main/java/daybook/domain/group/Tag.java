// SPDX-License-Identifier: Apache-2.0
package daybook.domain.group;

/**
 * A tag.
 *
 * @param number the number that people see
 * @param color red, green and blue as six lower-case hex digits
 * @param businessUnit the number of the unit that it is for; null: for all
 */
public record Tag(long number, String name, String color, Long businessUnit) {}
