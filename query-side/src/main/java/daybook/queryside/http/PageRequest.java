// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.http;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which part of a list is wanted: what can't be read is replaced, never refused.
 *
 * @param limit 1 to 500; 50 when absent, 0, negative or no number
 * @param offset 0 when absent, negative or no number
 */
public record PageRequest(int limit, long offset) {
  public static final String LIMIT = "limit";
  public static final String OFFSET = "offset";
  private static final int USUAL = 50;
  private static final int MOST = 500;
  private static final Pattern NUMBER = Pattern.compile("\\s*\\+?(\\d{1,18})\\s*");

  public static PageRequest of(Parameters parameters) {
    return new PageRequest(limit(parameters), number(parameters.last(OFFSET)).orElse(0L));
  }

  /** The limit alone, for lists that have a cursor. */
  public static int limit(Parameters parameters) {
    long limit = number(parameters.last(LIMIT)).orElse(0L);
    return limit == 0 ? USUAL : (int) Math.min(limit, MOST);
  }

  /** Whether a client asks for pages at all. */
  public static boolean isAsked(Parameters parameters) {
    return parameters.has(LIMIT) || parameters.has(OFFSET);
  }

  private static Optional<Long> number(Optional<String> text) {
    return text.map(NUMBER::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> Long.parseLong(matcher.group(1)));
  }
}
