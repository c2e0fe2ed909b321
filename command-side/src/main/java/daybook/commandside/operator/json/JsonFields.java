// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

import daybook.domain.access.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The fields of a JSON body, read one by one. What is wrong is collected by field and told at once;
 * fields that nobody asks for are ignored.
 */
public final class JsonFields {
  private final Map<?, ?> body;

  /** By field: a list of texts, an object of them, or the fields of an object in this one. */
  private final Map<String, Object> wrong = new LinkedHashMap<>();

  private JsonFields(Map<?, ?> body) {
    this.body = body;
  }

  /**
   * Begins the reading.
   *
   * @param body what the JSON reader made of it; null: there was none
   * @throws InvalidInput when it is no object
   */
  public static JsonFields of(Object body) {
    if (body == null) {
      return new JsonFields(Map.of());
    }
    if (body instanceof Map<?, ?> fields) {
      return new JsonFields(fields);
    }
    throw InvalidInput.of(
        "non_field_errors",
        "Invalid data. Expected a dictionary, but got %s.".formatted(JsonKind.of(body)));
  }

  /** A text that must be there; null when it is wrong. Blanks around it are cut off. */
  public String required(String name, int longest) {
    return read(Field.text(name, longest), null);
  }

  /** A text that may be absent, null or empty, as it is; null when it is absent or wrong. */
  public String optional(String name, int longest) {
    return read(Field.verbatim(name, longest), null);
  }

  /** Whether a field is there and not null. */
  public boolean has(Field<?> field) {
    return body.get(field.name()) != null;
  }

  /** The value of a field that must be there; null when it is wrong. */
  public <T> T read(Field<T> field) {
    return read(field, null);
  }

  /** The value of a field; {@code absent} when it isn't there, or wrong. */
  public <T> T read(Field<T> field, T absent) {
    String name = field.name();
    if (!body.containsKey(name)) {
      if (field.required()) {
        refuse(field, "This field is required.");
      }
      return absent;
    }
    try {
      return field.value(body.get(name));
    } catch (Wrong problem) {
      wrong.put(name, problem.problem());
      return absent;
    }
  }

  /** The key of another thing, which must exist; {@code absent} when there is none, or wrong. */
  public <T> T known(Field<T> field, T absent, Predicate<T> exists) {
    T key = read(field, absent);
    boolean given = key != null && has(field) && !wrong.containsKey(field.name());
    return given && !exists(field, key, exists) ? absent : key;
  }

  /** Likewise for many keys. */
  public <T> List<T> allKnown(Field<List<T>> field, List<T> absent, Predicate<T> exists) {
    List<T> keys = read(field, absent);
    boolean given = has(field) && !wrong.containsKey(field.name());
    return given && !keys.stream().allMatch(key -> exists(field, key, exists)) ? absent : keys;
  }

  /**
   * The fields of an object in this one; what is wrong there is told under its name. Empty when it
   * isn't there, or wrong.
   */
  public JsonFields in(Field<JsonFields> field) {
    JsonFields inner = read(field, null);
    if (inner == null) {
      return new JsonFields(Map.of());
    }
    wrong.put(field.name(), inner);
    return inner;
  }

  /** Says what else is wrong with a field. */
  public void refuse(Field<?> field, String text) {
    wrong.put(field.name(), List.of(text));
  }

  /** Says what is wrong with fields together. */
  @SuppressWarnings("unchecked")
  public void refuse(String text) {
    ((List<String>) wrong.computeIfAbsent("non_field_errors", none -> new ArrayList<String>()))
        .add(text);
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidInput when anything was wrong
   */
  public void check() {
    Map<String, Object> problems = problems();
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }

  private Map<String, Object> problems() {
    Map<String, Object> problems = new LinkedHashMap<>();
    wrong.forEach(
        (name, problem) -> {
          Object told = problem instanceof JsonFields inner ? inner.problems() : problem;
          if (!(told instanceof Map<?, ?> fields) || !fields.isEmpty()) {
            problems.put(name, told);
          }
        });
    return problems;
  }

  private <T> boolean exists(Field<?> field, T key, Predicate<T> exists) {
    boolean found = exists.test(key);
    if (!found) {
      refuse(field, "Invalid pk \"%s\" - object does not exist.".formatted(key));
    }
    return found;
  }
}
