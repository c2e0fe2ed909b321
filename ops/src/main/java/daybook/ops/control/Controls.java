// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.domain.access.InvalidInput;
import daybook.ops.http.ApiJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * All that an operator at the machine may ask for, by name. Answers are JSON objects: any number of
 * {@code {"progress": …}}, then one of {@code {"result": …}}, {@code {"refused": "…"}}, {@code
 * {"invalid": {field: [text]}}}.
 */
public final class Controls {
  private final Map<String, Control> controls = new TreeMap<>();

  Controls(List<Map<String, Control>> groups) {
    groups.forEach(controls::putAll);
  }

  SortedSet<String> names() {
    return new TreeSet<>(controls.keySet());
  }

  boolean know(String name) {
    return controls.containsKey(name);
  }

  /**
   * Does what is asked.
   *
   * @param asked a JSON object with the arguments
   * @param answer told each object of the answer, as one line of JSON
   */
  public void run(String name, byte[] asked, Consumer<String> answer) {
    answer.accept(
        ApiJson.MAPPER.writeValueAsString(
            last(name, asked, step -> answer.accept(line("progress", step)))));
  }

  private Map<String, Object> last(String name, byte[] asked, Consumer<Object> progress) {
    try {
      Control control =
          Optional.ofNullable(controls.get(name))
              .orElseThrow(() -> new ControlRefused("nothing is called " + name));
      return object("result", control.run(read(asked), progress));
    } catch (ControlRefused refused) {
      return object("refused", refused.getMessage());
    } catch (InvalidInput invalid) {
      return object("invalid", invalid.fields());
    }
  }

  private static JsonNode read(byte[] asked) {
    try {
      return ApiJson.MAPPER.readTree(asked);
    } catch (JacksonException unreadable) {
      throw new ControlRefused("the arguments are no JSON");
    }
  }

  private static String line(String key, Object value) {
    return ApiJson.MAPPER.writeValueAsString(object(key, value));
  }

  private static Map<String, Object> object(String key, Object value) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(key, value);
    return object;
  }
}
