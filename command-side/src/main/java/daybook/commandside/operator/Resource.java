// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.access.InvalidInput;
import daybook.domain.access.NotFound;
import java.util.List;
import org.springframework.http.ResponseEntity;

/**
 * A kind of thing that operators make and change, in the words of the API.
 *
 * @param name {@code scep issuer}
 * @param model {@code SCEPIssuer}
 * @param inUse what is said when one that is in use should be deleted
 */
public record Resource(String name, String model, String inUse) {

  /** There is no such thing. */
  public NotFound noSuch() {
    return new NotFound("No %s matches the given query.".formatted(model));
  }

  InvalidInput nameTaken() {
    return InvalidInput.of("name", name + " with this name already exists.");
  }

  /** It can't be deleted. */
  public ResponseEntity<Object> used() {
    return ResponseEntity.badRequest().body(List.of(inUse));
  }
}
