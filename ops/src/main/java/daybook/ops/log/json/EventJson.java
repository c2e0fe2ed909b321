// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The mapper that writes and reads stored events. Frozen: a change of any line changes the bytes
 * that the log's history is made of.
 *
 * <p>Fields are a record's components in their order, absent ones are left out, maps are sorted,
 * unknown fields are ignored. Typed ids are bare texts, constants lower-case, times ISO-8601 with
 * milliseconds in UTC, sealed values the object {@code {k, v, c, f}}.
 */
public final class EventJson {
  private static final JsonMapper MAPPER = builder().build();

  private EventJson() {}

  /** The one mapper; never to be configured further. */
  static JsonMapper mapper() {
    return MAPPER;
  }

  /** A builder with the same rules, for what is written by other packages in the same manner. */
  public static JsonMapper.Builder builder() {
    return JsonMapper.builder()
        .addModule(new EventModule())
        .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
        .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
  }
}
