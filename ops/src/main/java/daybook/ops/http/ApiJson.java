// SPDX-License-Identifier: Apache-2.0
package daybook.ops.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import daybook.domain.Id;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The JSON that people and programs see: snake_case, records' order, nulls written, naive UTC. */
public final class ApiJson {
  public static final JsonMapper MAPPER = shape(JsonMapper.builder()).build();

  private ApiJson() {}

  static JsonMapper.Builder shape(JsonMapper.Builder builder) {
    return builder
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.ALWAYS))
        .addModule(words());
  }

  private static SimpleModule words() {
    SimpleModule module = new SimpleModule("daybook-api");
    module.addSerializer(Instant.class, new Times());
    module.addSerializer(Id.class, new Ids());
    return module;
  }

  private static final class Times extends ValueSerializer<Instant> {
    @Override
    public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
      json.writeString(NaiveTime.of(time));
    }
  }

  private static final class Ids extends ValueSerializer<Id> {
    @Override
    public void serialize(Id id, JsonGenerator json, SerializationContext context) {
      json.writeString(id.value());
    }
  }
}
