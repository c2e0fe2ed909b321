// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.domain.Outcome;
import daybook.domain.Refusal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Answers to questions that only fail when nothing can be asked now, which becomes 503. */
final class Asking {
  private Asking() {}

  static <R> R reply(Outcome<R> outcome) {
    return found(outcome).orElseThrow(Asking::unavailable);
  }

  /** Empty for {@code UNKNOWN}. */
  static <R> Optional<R> found(Outcome<R> outcome) {
    if (outcome.isAccepted()) {
      return Optional.of(outcome.reply());
    }
    if (outcome.refusal().orElseThrow().reason() == Refusal.UNKNOWN) {
      return Optional.empty();
    }
    throw unavailable();
  }

  private static ResponseStatusException unavailable() {
    return new ResponseStatusException(
        HttpStatus.SERVICE_UNAVAILABLE, "Service temporarily unavailable, try again later.");
  }
}
