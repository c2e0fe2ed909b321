// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

import java.util.Map;

/** What values a field takes. */
interface Kind<T> {
  /**
   * The value, of what the JSON reader made of it.
   *
   * @param value not null
   * @throws Wrong when it is none
   */
  T read(Object value);

  /** Its name in the answer to {@code OPTIONS}. */
  String type();

  /** What the answer to {@code OPTIONS} tells besides. */
  default Map<String, Object> details() {
    return Map.of();
  }
}
