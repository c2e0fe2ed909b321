// SPDX-License-Identifier: Apache-2.0
package daybook.projections.house;

import daybook.domain.DomainEvent;
import daybook.domain.Personal;
import daybook.domain.Secret;
import daybook.domain.StreamId;
import daybook.domain.access.Permission;
import daybook.domain.enrollment.Channel;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Any event, every component filled with a value that tells its own name. */
public final class Samples {
  public static final String PERSONAL = "personal-value";
  public static final String SECRET = "secret-value";

  private Samples() {}

  public static DomainEvent of(Class<? extends DomainEvent> type) {
    return (DomainEvent) record(type);
  }

  private static Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i].getName(), types[i], components[i].getGenericType());
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("can't make a " + type, e);
    }
  }

  private static Object value(String name, Class<?> type, Type generic) {
    if (type == String.class) {
      return name.endsWith("ha256") ? "ab".repeat(32) : name + "-text";
    }
    if (type == Instant.class) {
      return MemoryLog.START;
    }
    if (type == long.class || type == Long.class) {
      return 7L;
    }
    if (type == int.class || type == Integer.class) {
      return 7;
    }
    if (type == boolean.class || type == Boolean.class) {
      return true;
    }
    if (type == Personal.class) {
      return FakeVault.personal("1.p", PERSONAL);
    }
    if (type == Secret.class) {
      return FakeVault.secret(SECRET);
    }
    return other(name, type, generic);
  }

  private static Object other(String name, Class<?> type, Type generic) {
    if (type == Map.class) {
      return Map.of("key", "value");
    }
    if (type == List.class) {
      Class<?> element = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
      return List.of(value(name, element, element));
    }
    if (type == Channel.class) {
      return Channel.DEVICE;
    }
    if (type == Permission.class) {
      return Permission.VIEW_AUDIT;
    }
    if (type == StreamId.class) {
      return StreamId.all("push-certificates");
    }
    return type.isEnum() ? type.getEnumConstants()[0] : record(type);
  }
}
