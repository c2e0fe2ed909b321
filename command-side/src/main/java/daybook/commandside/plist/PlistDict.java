// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.plist;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dictionary of a property list; its order is kept. A reader that names a type gets nothing from
 * a value of another type, for what a device may send is never certain.
 */
public record PlistDict(Map<String, PlistValue> values) implements PlistValue {
  public PlistDict {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Makes one of Java values: texts, numbers, booleans, instants, bytes, lists, maps, and values of
   * this package; null values are left out.
   */
  public static PlistDict of(Map<String, ?> values) {
    Map<String, PlistValue> all = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (value != null) {
            all.put(key, value(value));
          }
        });
    return new PlistDict(all);
  }

  public Optional<PlistValue> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  public Optional<String> text(String key) {
    return values.get(key) instanceof Text text ? Optional.of(text.value()) : Optional.empty();
  }

  public Optional<Long> whole(String key) {
    return values.get(key) instanceof Whole whole ? Optional.of(whole.value()) : Optional.empty();
  }

  public Optional<Boolean> flag(String key) {
    return values.get(key) instanceof Flag flag ? Optional.of(flag.value()) : Optional.empty();
  }

  public Optional<byte[]> data(String key) {
    return values.get(key) instanceof Data data ? Optional.of(data.value()) : Optional.empty();
  }

  public Optional<PlistDict> dict(String key) {
    return values.get(key) instanceof PlistDict dict ? Optional.of(dict) : Optional.empty();
  }

  /** The values of an array; empty when it is absent. */
  public List<PlistValue> items(String key) {
    return values.get(key) instanceof Items items ? items.values() : List.of();
  }

  private static PlistValue value(Object value) {
    if (value instanceof PlistValue plist) {
      return plist;
    } else if (value instanceof CharSequence text) {
      return new Text(text.toString());
    } else if (value instanceof Boolean flag) {
      return new Flag(flag);
    } else if (value instanceof Double || value instanceof Float) {
      return new Real(((Number) value).doubleValue());
    } else if (value instanceof Number number) {
      return new Whole(number.longValue());
    } else if (value instanceof Instant instant) {
      return new Moment(instant.truncatedTo(ChronoUnit.SECONDS));
    } else if (value instanceof byte[] data) {
      return new Data(data);
    } else if (value instanceof Map<?, ?> map) {
      Map<String, Object> named = new LinkedHashMap<>();
      map.forEach((key, element) -> named.put((String) key, element));
      return of(named);
    } else if (value instanceof Iterable<?> list) {
      List<PlistValue> items = new ArrayList<>();
      list.forEach(element -> items.add(value(element)));
      return new Items(items);
    }
    throw new IllegalArgumentException("no property list holds a " + value.getClass());
  }
}
