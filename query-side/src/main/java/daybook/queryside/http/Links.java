// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Absolute links to the request's own list, elsewhere in it; keys of the query are sorted. */
public final class Links {
  private final String url;
  private final String query;

  public Links(HttpServletRequest request) {
    this.url = request.getRequestURL().toString();
    this.query = request.getQueryString();
  }

  /** The same request with a parameter changed, or removed when {@code value} is null. */
  public Link with(String name, Object value) {
    return new Link(parameters()).with(name, value);
  }

  /** The page after, or null when there is none. */
  public String next(PageRequest page, long count) {
    long next = page.offset() + page.limit();
    return next >= count
        ? null
        : with(PageRequest.LIMIT, page.limit()).with(PageRequest.OFFSET, next).toString();
  }

  /** The page before, or null when this is the first; the first page has no offset. */
  public String previous(PageRequest page) {
    if (page.offset() == 0) {
      return null;
    }
    long previous = page.offset() - page.limit();
    return with(PageRequest.LIMIT, page.limit())
        .with(PageRequest.OFFSET, previous <= 0 ? null : previous)
        .toString();
  }

  private Map<String, List<String>> parameters() {
    Map<String, List<String>> parameters = new TreeMap<>();
    if (query != null && !query.isEmpty()) {
      for (String pair : query.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        if (!name.isEmpty()) {
          parameters.computeIfAbsent(decoded(name), n -> new ArrayList<>()).add(decoded(value));
        }
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A").replace("%7E", "~");
  }

  /** A link in the making. */
  public final class Link {
    private final Map<String, List<String>> parameters;

    private Link(Map<String, List<String>> parameters) {
      this.parameters = parameters;
    }

    public Link with(String name, Object value) {
      if (value == null) {
        parameters.remove(name);
      } else {
        parameters.put(name, List.of(value.toString()));
      }
      return this;
    }

    @Override
    public String toString() {
      List<String> pairs = new ArrayList<>();
      parameters.forEach(
          (name, values) ->
              values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
      return pairs.isEmpty() ? url : url + "?" + String.join("&", pairs);
    }
  }
}
