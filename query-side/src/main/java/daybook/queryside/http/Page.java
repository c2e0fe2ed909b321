// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.http;

import java.util.List;

/**
 * One page of a list.
 *
 * @param count how many there are in all
 * @param next link to the page after, or null
 * @param previous link to the page before, or null
 */
public record Page<T>(long count, String next, String previous, List<T> results) {}
