// SPDX-License-Identifier: Apache-2.0
package daybook.projections.command;

/**
 * Which commands; null components don't restrict.
 *
 * @param stream of their enrollment
 * @param name exactly
 */
public record CommandQuery(String stream, String name) {}
