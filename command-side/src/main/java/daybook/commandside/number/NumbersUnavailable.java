// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.number;

import daybook.domain.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No number can be had now, because the log takes nothing; becomes 503. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class NumbersUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refusal reason;

  NumbersUnavailable(String kind, Refusal reason) {
    super("no number of " + kind + ": " + reason);
    this.reason = reason;
  }

  /** Why, for example {@code STORE_UNAVAILABLE}. */
  public Refusal reason() {
    return reason;
  }
}
