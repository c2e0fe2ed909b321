// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.Outcome.Refused;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.NotFound;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** The one table from a refused intent to what this door answers. */
public final class OperatorProblem {
  public static final String TOO_LARGE = "The command is larger than 1 MiB";

  private static final String RETRY_SECONDS = "2";

  private OperatorProblem() {}

  /**
   * The answer to a refusal.
   *
   * @throws InvalidInput when a field was the reason
   */
  public static ResponseEntity<Object> of(Refused<?> refused) {
    return switch (refused.reason()) {
      case UNENROLLED -> detail(400, "The device has checked out.");
      case DEVICE_BLOCKED -> detail(400, "The device is blocked.");
      case ALREADY_BLOCKED -> detail(400, "Device already blocked.");
      case NOT_BLOCKED -> detail(400, "Device not blocked.");
      case CERTIFICATE_REVOKED -> detail(400, "The identity of this device is revoked.");
      case ALREADY_ARCHIVED -> detail(400, "Device already archived.");
      case NOT_ARCHIVED -> detail(400, "Device not archived.");
      case RETIREMENT_PENDING -> detail(400, "Device already being unenrolled.");
      case DEVICE_RETIRED -> detail(400, "Device already unenrolled.");
      case PROFILE_UNKNOWN -> detail(400, "The enrollment profile of this device is unknown.");
      case NOT_ENROLLED, CHANNEL_UNKNOWN -> detail(400, "The device is not enrolled.");
      case COMMAND_TOO_LARGE -> throw InvalidInput.of("command", TOO_LARGE);
      case PERMISSION_NOT_HELD ->
          detail(
              403,
              "You do not hold %s, so you can't give it or change what holds it."
                  .formatted(refused.detail()));
      case OF_ANOTHER_PERSON -> detail(403, "You can't issue a token for another person.");
      case LAST_ADMINISTRATOR -> detail(400, "This is the last active administrator.");
      case ROLE_BUILT_IN -> detail(400, "This role is built in.");
      case TOKENS_TOO_MANY -> detail(400, "The account has too many tokens: revoke some.");
      case TOKEN_UNKNOWN -> throw new NotFound("No APIToken matches the given query.");
      case BUSY,
          STORE_UNAVAILABLE,
          CLOCK_UNTRUSTED,
          SEALED_UNDER_DROPPED_KEY,
          CERTIFICATE_REPLACED ->
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
      case UNKNOWN, CONFIGURATION_UNKNOWN -> throw resource.noSuch();
      case IN_USE -> resource.used();
      default -> of(refused);
    };
  }

  private static ResponseEntity<Object> detail(int status, String text) {
    return ResponseEntity.status(status).body(Map.of("detail", text));
  }
}
