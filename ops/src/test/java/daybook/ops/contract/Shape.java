// SPDX-License-Identifier: Apache-2.0
package daybook.ops.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What recorded values have in common: keys in their order, kinds, the form of times. */
record Shape(List<JsonNode> examples) {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?";
  private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  /** Where a value is unlike all of them; empty when it isn't. */
  List<String> unlike(String at, JsonNode value) {
    if (examples.isEmpty()) {
      return List.of();
    }
    List<String> unlike = new ArrayList<>();
    Set<String> kinds =
        examples.stream().map(Shape::kind).collect(Collectors.toCollection(TreeSet::new));
    if (!kinds.contains(kind(value)) && !(kinds.contains("text") && value.isString())) {
      return List.of(at + " is " + kind(value) + " (" + value + "), recorded as " + kinds);
    }
    if (value.isObject()) {
      List<String> keys = List.copyOf(value.propertyNames());
      List<String> recorded = List.copyOf(ofKind("object").get(0).propertyNames());
      if (!keys.equals(recorded)) {
        return List.of(at + " has the keys " + keys + ", recorded as " + recorded);
      }
      keys.forEach(key -> unlike.addAll(child(key).unlike(at + "." + key, value.get(key))));
    }
    if (value.isArray()) {
      value.forEach(item -> unlike.addAll(items().unlike(at + "[]", item)));
    }
    return unlike;
  }

  /** What these objects have under a key. */
  Shape child(String key) {
    return new Shape(
        ofKind("object").stream().filter(o -> o.has(key)).map(o -> o.get(key)).toList());
  }

  /** What these arrays have in them. */
  Shape items() {
    return new Shape(ofKind("array").stream().flatMap(JsonNode::valueStream).toList());
  }

  private List<JsonNode> ofKind(String kind) {
    return examples.stream().filter(example -> kind(example).equals(kind)).toList();
  }

  private static String kind(JsonNode value) {
    if (value.isString()) {
      String text = value.asString();
      return text.matches(TIME) ? "time" : text.matches(UUID) ? "uuid" : "text";
    }
    return value.isIntegralNumber()
        ? "integer"
        : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
