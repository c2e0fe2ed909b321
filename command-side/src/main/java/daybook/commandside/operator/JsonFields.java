// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.access.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a JSON body, read one by one. What is wrong is collected by field and told at once;
 * fields that nobody asks for are ignored.
 */
final class JsonFields {
  private final Map<?, ?> body;
  private final Map<String, List<String>> wrong = new LinkedHashMap<>();

  private JsonFields(Map<?, ?> body) {
    this.body = body;
  }

  /**
   * Begins the reading.
   *
   * @param body what the JSON reader made of it; null: there was none
   * @throws InvalidInput when it is no object
   */
  static JsonFields of(Object body) {
    if (body == null) {
      return new JsonFields(Map.of());
    }
    if (body instanceof Map<?, ?> fields) {
      return new JsonFields(fields);
    }
    throw InvalidInput.of(
        "non_field_errors",
        "Invalid data. Expected a dictionary, but got %s.".formatted(kind(body)));
  }

  /** A text that must be there; null when it is wrong. Blanks around it are cut off. */
  String required(String name, int longest) {
    if (!body.containsKey(name)) {
      return refuse(name, "This field is required.");
    }
    Object value = body.get(name);
    if (value == null) {
      return refuse(name, "This field may not be null.");
    }
    String text = text(name, value, longest);
    if (text == null) {
      return null;
    }
    return text.isBlank() ? refuse(name, "This field may not be blank.") : text.strip();
  }

  /** A text that may be absent, null or empty, as it is; null when it is absent or wrong. */
  String optional(String name, int longest) {
    Object value = body.get(name);
    return value == null ? null : text(name, value, longest);
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidInput when anything was wrong
   */
  void check() {
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
  }

  private String text(String name, Object value, int longest) {
    if (!(value instanceof String) && !(value instanceof Number)) {
      return refuse(name, "Not a valid string.");
    }
    String text = value.toString();
    if (text.indexOf('\0') >= 0) {
      return refuse(name, "Null characters are not allowed.");
    }
    return text.length() > longest
        ? refuse(name, "Ensure this field has no more than %d characters.".formatted(longest))
        : text;
  }

  private String refuse(String name, String text) {
    wrong.computeIfAbsent(name, none -> new ArrayList<>()).add(text);
    return null;
  }

  private static String kind(Object body) {
    if (body instanceof List) {
      return "list";
    } else if (body instanceof String) {
      return "str";
    } else if (body instanceof Boolean) {
      return "bool";
    }
    return body instanceof Double || body instanceof Float ? "float" : "int";
  }
}
