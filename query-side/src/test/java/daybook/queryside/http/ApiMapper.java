// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** JSON as the server writes it: snake_case, nulls written, naive UTC with six digits or none. */
public final class ApiMapper {
  private ApiMapper() {}

  public static JsonMapper json() {
    SimpleModule times = new SimpleModule("times");
    times.addSerializer(Instant.class, new NaiveUtc());
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.ALWAYS))
        .addModule(times)
        .build();
  }

  private static final class NaiveUtc extends ValueSerializer<Instant> {
    @Override
    public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
      String pattern =
          time.truncatedTo(ChronoUnit.SECONDS).equals(time)
              ? "uuuu-MM-dd'T'HH:mm:ss"
              : "uuuu-MM-dd'T'HH:mm:ss.SSSSSS";
      json.writeString(DateTimeFormatter.ofPattern(pattern).format(time.atOffset(ZoneOffset.UTC)));
    }
  }
}
