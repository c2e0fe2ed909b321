// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of a few values.
 *
 * @param choices how each is shown to people, in order
 */
record ChoiceKind<T>(Map<T, String> choices) implements Kind<T> {
  ChoiceKind {
    choices = new LinkedHashMap<>(choices);
  }

  @Override
  public T read(Object value) {
    if (value instanceof String || value instanceof Number) {
      for (T choice : choices.keySet()) {
        if (choice.toString().equals(value.toString())) {
          return choice;
        }
      }
    }
    throw Wrong.text("\"%s\" is not a valid choice.".formatted(value));
  }

  @Override
  public String type() {
    return "choice";
  }

  @Override
  public Map<String, Object> details() {
    List<Map<String, Object>> all = choices.entrySet().stream().map(ChoiceKind::described).toList();
    return Map.of("choices", all);
  }

  private static Map<String, Object> described(Map.Entry<?, String> choice) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("value", choice.getKey());
    described.put("display_name", choice.getValue());
    return described;
  }
}
