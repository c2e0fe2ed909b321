// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.type;

import daybook.commandside.plist.PlistDict;
import daybook.domain.access.Permission;
import daybook.domain.command.Delivery;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of one type of command, read from its record once. */
public final class CommandType {
  private static final ClassValue<CommandType> TYPES =
      new ClassValue<>() {
        @Override
        protected CommandType computeValue(Class<?> record) {
          return new CommandType(record);
        }
      };

  private final Class<?> record;
  private final RequestType requestType;
  private final List<On> platforms;
  private final List<CommandKey> keys;

  private CommandType(Class<?> record) {
    this.record = record;
    this.requestType = record.getAnnotation(RequestType.class);
    this.platforms = List.of(record.getAnnotationsByType(On.class));
    this.keys = CommandKey.of(record);
  }

  public static CommandType of(Class<? extends MdmCommand> record) {
    return TYPES.get(record);
  }

  /** Apple's name of it. */
  public String requestType() {
    return requestType.value();
  }

  public Delivery delivery() {
    return requestType.delivery();
  }

  /** Whether its answers are personal and no more. */
  public boolean harmless() {
    return requestType.harmless();
  }

  /** The permission that an operator needs besides that for commands. */
  public Optional<Permission> permission() {
    return requestType.permission().isEmpty()
        ? Optional.empty()
        : Optional.of(new Permission(requestType.permission()));
  }

  /** Where it may go. */
  public List<On> platforms() {
    return platforms;
  }

  public List<CommandKey> keys() {
    return keys;
  }

  PlistDict dict(MdmCommand command) {
    Map<String, Object> dict = new LinkedHashMap<>();
    dict.put("RequestType", requestType());
    dict.putAll(values(command));
    return PlistDict.of(dict);
  }

  /** The command with these values, in the order of its keys. */
  public MdmCommand command(List<Object> values) {
    return (MdmCommand) part(record, values);
  }

  /** A dictionary within a command with these values, in the order of its keys. */
  public static Object part(Class<?> record, List<Object> values) {
    try {
      Constructor<?> constructor = record.getDeclaredConstructors()[0];
      return constructor.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The values of a record by their keys, absent ones left out. */
  private static Map<String, Object> values(Object record) {
    Map<String, Object> values = new LinkedHashMap<>();
    Item item = record.getClass().getAnnotation(Item.class);
    if (item != null) {
      values.put("Item", item.value());
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = plain(read(component, record));
      if (value != null) {
        values.put(component.getAnnotation(Key.class).value(), value);
      }
    }
    return values;
  }

  private static Object plain(Object value) {
    if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(element -> all.add(plain(element)));
      return all;
    }
    boolean nested =
        value instanceof Record && value.getClass().getEnclosingClass() != null && isOurs(value);
    return nested ? values(value) : value;
  }

  private static boolean isOurs(Object value) {
    return MdmCommand.class.isAssignableFrom(value.getClass().getEnclosingClass());
  }

  private static Object read(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
