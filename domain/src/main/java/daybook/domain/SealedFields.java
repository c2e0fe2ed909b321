// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the sealed values inside a record, each under its field path: component names joined by
 * dots, list positions by number ({@code pushTarget.token}, {@code parts.0.data}).
 */
public final class SealedFields {
  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          RecordComponent[] components =
              Arrays.stream(type.getRecordComponents())
                  .filter(component -> mayHold(component.getType()))
                  .toArray(RecordComponent[]::new);
          for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
          }
          return components;
        }
      };

  private SealedFields() {}

  /** The values of type {@link Personal} and {@link Secret} in a record, by field path. */
  public static Map<String, Object> of(Record owner) {
    Map<String, Object> found = new LinkedHashMap<>();
    walk("", owner, found);
    return found;
  }

  /** Whether something sealed can be in a field of a type, or below it. */
  private static boolean mayHold(Class<?> type) {
    return !type.isPrimitive()
        && !type.isEnum()
        && type != String.class
        && type != Instant.class
        && !Id.class.isAssignableFrom(type);
  }

  private static void walk(String path, Object value, Map<String, Object> found) {
    if (value instanceof Personal || value instanceof Secret) {
      found.put(path, value);
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        walk(path + "." + i, list.get(i), found);
      }
    } else if (value instanceof Record owner && !(value instanceof Id)) {
      for (RecordComponent component : COMPONENTS.get(owner.getClass())) {
        String name = component.getName();
        walk(path.isEmpty() ? name : path + "." + name, read(component, owner), found);
      }
    }
  }

  private static Object read(RecordComponent component, Object owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
