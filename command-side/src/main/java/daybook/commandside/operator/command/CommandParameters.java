// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import daybook.commandside.command.type.CommandKey;
import daybook.commandside.command.type.CommandType;
import daybook.commandside.command.type.Item;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.plist.PlistValue.Data;
import daybook.domain.access.InvalidInput;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the parameters of a command from JSON: Apple's keys, bytes in base64. What is wrong is told
 * by key, all at once; a key that the command doesn't have is wrong, too.
 */
final class CommandParameters {
  private static final String ITEM = "Item";
  private static final int DEEPEST = 32;

  private CommandParameters() {}

  /**
   * The command with these parameters.
   *
   * @param field the name of the parameters in the request
   * @param json what the JSON reader made of them; null: there are none
   * @throws InvalidInput that names each key with a problem, within {@code field}
   */
  static MdmCommand read(CommandType type, String field, Object json) {
    try {
      return type.command(values(type.keys(), json == null ? Map.of() : json));
    } catch (Problem problem) {
      throw new InvalidInput(Map.of(field, problem.told));
    }
  }

  private static List<Object> values(List<CommandKey> keys, Object json) {
    Map<?, ?> given = dictionary(json);
    Map<String, Object> wrong = new LinkedHashMap<>();
    List<Object> values = new ArrayList<>();
    for (CommandKey key : keys) {
      try {
        values.add(value(key, given));
      } catch (Problem problem) {
        wrong.put(key.name(), problem.told);
      }
    }
    for (Object name : given.keySet()) {
      if (!name.equals(ITEM) && keys.stream().noneMatch(key -> key.name().equals(name))) {
        wrong.put(name.toString(), List.of("Unknown key."));
      }
    }
    if (!wrong.isEmpty()) {
      throw new Problem(wrong);
    }
    return values;
  }

  private static Object value(CommandKey key, Map<?, ?> given) {
    if (!given.containsKey(key.name())) {
      if (key.required()) {
        throw new Problem("This field is required.");
      }
      return null;
    }
    Object json = given.get(key.name());
    if (json == null) {
      throw new Problem("This field may not be null.");
    }
    if (!key.many()) {
      return one(key, json);
    }
    if (!(json instanceof List<?> list)) {
      throw new Problem("Expected a list of items.");
    }
    return list.stream().map(each -> one(key, each)).toList();
  }

  private static Object one(CommandKey key, Object json) {
    Object value = typed(key.type(), json);
    if (!key.of().isEmpty() && !key.of().contains(String.valueOf(value))) {
      throw new Problem("\"%s\" is not a valid choice.".formatted(value));
    }
    return value;
  }

  private static Object typed(Class<?> type, Object json) {
    if (type == String.class) {
      return json instanceof String text ? text : refuse("Not a valid string.");
    }
    if (type == Boolean.class) {
      return json instanceof Boolean flag ? flag : refuse("Must be a valid boolean.");
    }
    if (type == Long.class) {
      return json instanceof Integer || json instanceof Long
          ? (Object) ((Number) json).longValue()
          : refuse("A valid integer is required.");
    }
    if (type == Data.class) {
      return data(json);
    }
    if (type == Map.class) {
      return plain(dictionary(json), 0);
    }
    if (type == Object.class) {
      return plain(json, 0);
    }
    return type.isSealed() ? alternative(type, json) : part(type, json);
  }

  private static Object part(Class<?> type, Object json) {
    return CommandType.part(type, values(CommandKey.of(type), json));
  }

  private static Object alternative(Class<?> type, Object json) {
    Object item = dictionary(json).get(ITEM);
    for (Class<?> one : type.getPermittedSubclasses()) {
      if (one.getAnnotation(Item.class).value().equals(item)) {
        return part(one, json);
      }
    }
    throw new Problem(
        Map.of(
            ITEM,
            List.of(
                item == null
                    ? "This field is required."
                    : "\"%s\" is not a valid choice.".formatted(item))));
  }

  private static Object data(Object json) {
    try {
      return new Data(Base64.getDecoder().decode((String) json));
    } catch (ClassCastException | IllegalArgumentException e) {
      return refuse("Not valid base64.");
    }
  }

  /** JSON as a property list can hold it. */
  private static Object plain(Object json, int depth) {
    if (json == null) {
      return refuse("A property list has no null.");
    }
    if (json instanceof BigInteger) {
      return refuse("No integer of a property list is as large.");
    }
    if (depth > DEEPEST) {
      return refuse("Nested too deeply.");
    }
    if (json instanceof List<?> list) {
      return list.stream().map(each -> plain(each, depth + 1)).toList();
    }
    if (json instanceof Map<?, ?> map) {
      Map<String, Object> all = new LinkedHashMap<>();
      map.forEach((name, each) -> all.put(name.toString(), plain(each, depth + 1)));
      return all;
    }
    return json;
  }

  private static Map<?, ?> dictionary(Object json) {
    if (json instanceof Map<?, ?> map) {
      return map;
    }
    throw new Problem("Expected a dictionary.");
  }

  private static Object refuse(String text) {
    throw new Problem(text);
  }

  /** What is wrong with a value: texts, or the problems of its keys. */
  private static final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Object told;

    Problem(String text) {
      this((Object) List.of(text));
    }

    Problem(Object told) {
      super(null, null, false, false);
      this.told = told;
    }
  }
}
