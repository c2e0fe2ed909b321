// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

import java.util.List;
import java.util.Map;

/** An object in an object, with fields of its own. */
record NestedKind(List<Field<?>> children) implements Kind<JsonFields> {
  @Override
  public JsonFields read(Object value) {
    if (value instanceof Map<?, ?> fields) {
      return JsonFields.of(fields);
    }
    throw new Wrong(
        Map.of(
            "non_field_errors",
            List.of(
                "Invalid data. Expected a dictionary, but got %s.".formatted(JsonKind.of(value)))));
  }

  @Override
  public String type() {
    return "nested object";
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("children", Field.describe(children));
  }
}
