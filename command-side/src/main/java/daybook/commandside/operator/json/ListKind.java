// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list of values of one kind; what is wrong is told by their places. */
record ListKind<T>(Field<T> each, int most) implements Kind<List<T>> {
  @Override
  public List<T> read(Object value) {
    List<?> given = given(value, most);
    List<T> items = new ArrayList<>();
    Map<String, Object> wrong = new LinkedHashMap<>();
    for (int i = 0; i < given.size(); i++) {
      try {
        items.add(each.value(given.get(i)));
      } catch (Wrong problem) {
        wrong.put(Integer.toString(i), problem.problem());
      }
    }
    if (!wrong.isEmpty()) {
      throw new Wrong(wrong);
    }
    return List.copyOf(items);
  }

  static List<?> given(Object value, int most) {
    if (!(value instanceof List<?> given)) {
      throw Wrong.text(
          "Expected a list of items but got type \"%s\".".formatted(JsonKind.of(value)));
    }
    if (given.size() > most) {
      throw Wrong.text("Ensure this field has no more than %d elements.".formatted(most));
    }
    return given;
  }

  @Override
  public String type() {
    return "list";
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("child", each.described());
  }
}
