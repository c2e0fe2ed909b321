// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The parameters of a request's query. Of repeated ones the last counts. */
public final class Parameters {
  private final HttpServletRequest request;

  public Parameters(HttpServletRequest request) {
    this.request = request;
  }

  public boolean has(String name) {
    return request.getParameter(name) != null;
  }

  /** The last value of a parameter. */
  public Optional<String> last(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The last value of a filter; an empty one doesn't restrict. */
  public Optional<String> filter(String name) {
    return last(name).filter(value -> !value.isEmpty());
  }

  /** All values of a parameter. */
  public List<String> all(String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? List.of() : List.of(values);
  }
}
