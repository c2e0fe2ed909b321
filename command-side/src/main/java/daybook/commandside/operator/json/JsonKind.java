// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

import java.util.List;
import java.util.Map;

/** The names that the recorded API gives to kinds of JSON. */
final class JsonKind {
  private JsonKind() {}

  static String of(Object value) {
    if (value == null) {
      return "NoneType";
    } else if (value instanceof Map) {
      return "dict";
    } else if (value instanceof List) {
      return "list";
    } else if (value instanceof String) {
      return "str";
    } else if (value instanceof Boolean) {
      return "bool";
    }
    return value instanceof Double || value instanceof Float ? "float" : "int";
  }
}
