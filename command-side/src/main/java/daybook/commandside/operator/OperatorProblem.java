// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.Outcome.Refused;
import daybook.domain.access.InvalidInput;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** The one table from a refused intent to what this door answers. */
final class OperatorProblem {
  private static final String RETRY_SECONDS = "2";

  private OperatorProblem() {}

  /**
   * The answer to a refusal.
   *
   * @throws InvalidInput when a field was the reason
   */
  static ResponseEntity<Object> of(Refused<?> refused) {
    return switch (refused.reason()) {
      case UNENROLLED -> detail(400, "The device has checked out.");
      case DEVICE_BLOCKED -> detail(400, "The device is blocked.");
      case ALREADY_BLOCKED -> detail(400, "Device already blocked.");
      case NOT_BLOCKED -> detail(400, "Device not blocked.");
      case NOT_ENROLLED, CHANNEL_UNKNOWN -> detail(400, "The device is not enrolled.");
      case COMMAND_TOO_LARGE -> throw InvalidInput.of("command", CustomCommand.TOO_LARGE);
      case BUSY, STORE_UNAVAILABLE, CLOCK_UNTRUSTED, SEALED_UNDER_DROPPED_KEY ->
          ResponseEntity.status(503)
              .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
              .body(Map.of("detail", "Nothing can be recorded now. Try again."));
      default -> throw new IllegalStateException("not for this door: " + refused);
    };
  }

  /** The same, where it is about a resource with a name of its own. */
  static ResponseEntity<Object> of(Refused<?> refused, Resource resource) {
    return switch (refused.reason()) {
      case NAME_TAKEN -> throw resource.nameTaken();
      case UNKNOWN -> throw resource.noSuch();
      case IN_USE -> resource.used();
      default -> of(refused);
    };
  }

  private static ResponseEntity<Object> detail(int status, String text) {
    return ResponseEntity.status(status).body(Map.of("detail", text));
  }
}
