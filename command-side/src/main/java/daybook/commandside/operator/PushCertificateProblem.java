// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.Outcome.Refused;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.NotFound;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;

/** What a refused intent to push certificates is answered with. */
final class PushCertificateProblem {
  private static final String TOGETHER = "non_field_errors";

  private PushCertificateProblem() {}

  /**
   * The answer to a refusal.
   *
   * @throws InvalidInput when a field was the reason
   * @throws NotFound when there is no such thing
   */
  static ResponseEntity<Object> of(Refused<?> refused) {
    return switch (refused.reason()) {
      case UNKNOWN -> throw new NotFound(PushCertificateController.NO_SUCH);
      case NAME_TAKEN ->
          throw InvalidInput.of("name", "push certificate with this name already exists.");
      case TOPIC_TAKEN ->
          throw InvalidInput.of(
              TOGETHER, "A different certificate with the same topic already exists");
      case TOPIC_CHANGED ->
          throw new InvalidInput(
              Map.of(
                  TOGETHER,
                  List.of("The new certificate has a different topic", refused.detail())));
      case KEY_NOT_WAITING ->
          throw InvalidInput.of(
              "private_key", "This field is required: no key made here waits for a certificate.");
      case IN_USE ->
          ResponseEntity.badRequest()
              .body(List.of("This push certificate cannot be deleted: " + refused.detail()));
      default -> OperatorProblem.of(refused);
    };
  }
}
