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
 * @param nameField the field that holds its name
 * @param inUse what is said when one that is in use should be deleted
 */
public record Resource(String name, String model, String nameField, String inUse) {

  /** One whose name is called so. */
  public Resource(String name, String model, String inUse) {
    this(name, model, "name", inUse);
  }

  /** There is no such thing. */
  public NotFound noSuch() {
    return new NotFound("No %s matches the given query.".formatted(model));
  }

  InvalidInput nameTaken() {
    return InvalidInput.of(nameField, "%s with this %s already exists.".formatted(name, nameField));
  }

  /** It can't be deleted. */
  public ResponseEntity<Object> used() {
    return ResponseEntity.badRequest().body(List.of(inUse));
  }
}
