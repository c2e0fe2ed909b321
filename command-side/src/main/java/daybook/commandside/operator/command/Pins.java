// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import daybook.commandside.operator.json.Field;
import daybook.commandside.operator.json.JsonFields;
import java.util.function.Predicate;

/** The PIN that ends a lock, or the state after an erasure. */
final class Pins {
  static final String INVALID_TARGET = "Invalid target.";

  private static final Field<String> PIN = Field.text("pin", 64);

  private Pins() {}

  /** A PIN that must be there; null when it is wrong. */
  static String read(JsonFields fields, Predicate<String> pattern) {
    String pin = fields.read(PIN);
    if (pin != null && !pattern.test(pin)) {
      fields.refuse(PIN, "This value does not match the required pattern.");
    }
    return pin;
  }
}
