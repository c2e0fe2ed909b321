// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.type;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * A key of a command, or of a dictionary within one.
 *
 * @param name Apple's
 * @param type of the values in Java: {@code String}, {@code Long}, {@code Boolean}, {@code Data},
 *     {@code Object}, {@code Map}, a record, or a sealed interface of records
 * @param many whether it is an array of these
 * @param of the values that it may have, as texts; empty: any
 */
public record CommandKey(
    String name, Class<?> type, boolean many, boolean required, List<String> of) {

  /** The keys of a command, or of a dictionary within one, in their order. */
  public static List<CommandKey> of(Class<?> record) {
    List<CommandKey> keys = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      keys.add(of(component));
    }
    return List.copyOf(keys);
  }

  private static CommandKey of(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    boolean many = component.getType() == List.class;
    Type type =
        many
            ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
            : component.getType();
    return new CommandKey(key.value(), (Class<?>) type, many, key.required(), List.of(key.of()));
  }
}
