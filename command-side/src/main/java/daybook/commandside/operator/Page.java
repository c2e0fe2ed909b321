// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of a list: {@code limit} (50, at most 500) rows from {@code offset} on, with links to its
 * neighbours.
 */
public record Page<T>(long count, String next, String previous, List<T> results) {
  private static final int USUAL = 50;
  private static final int MOST = 500;

  /** The page of a whole list that a request asks for. */
  public static <T> Page<T> of(List<T> all, HttpServletRequest request) {
    int limit = Math.min(number(request.getParameter("limit"), 1, USUAL), MOST);
    int offset = number(request.getParameter("offset"), 0, 0);
    int from = Math.min(offset, all.size());
    int to = Math.min(from + limit, all.size());
    return new Page<>(
        all.size(),
        to < all.size() ? link(request, limit, offset + limit) : null,
        offset == 0 ? null : link(request, limit, Math.max(offset - limit, 0)),
        all.subList(from, to));
  }

  /** A whole number; what is none, or less than the least, counts as absent. */
  private static int number(String text, int least, int absent) {
    if (text == null || !text.matches("[0-9]{1,9}")) {
      return absent;
    }
    int value = Integer.parseInt(text);
    return value < least ? absent : value;
  }

  private static String link(HttpServletRequest request, int limit, int offset) {
    Map<String, String[]> query = new TreeMap<>(request.getParameterMap());
    query.put("limit", new String[] {Integer.toString(limit)});
    if (offset > 0) {
      query.put("offset", new String[] {Integer.toString(offset)});
    } else {
      query.remove("offset");
    }
    StringBuilder link = new StringBuilder(request.getRequestURL()).append('?');
    query.forEach(
        (key, values) -> {
          for (String value : values) {
            link.append(encode(key)).append('=').append(encode(value)).append('&');
          }
        });
    return link.substring(0, link.length() - 1);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
