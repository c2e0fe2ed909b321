// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the description say what the API's JSON is: snake_case, naive times, nothing hidden. */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {
  private static final String HIDDEN = "DeviceLifeView";

  @Bean
  ModelResolver modelResolver(ObjectMapperProvider mappers) {
    return new ModelResolver(
        mappers.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
  }

  @Bean
  OpenApiCustomizer asAnswered() {
    return SchemaConfiguration::asAnswered;
  }

  static void asAnswered(OpenAPI description) {
    if (description.getComponents() == null || description.getComponents().getSchemas() == null) {
      return;
    }
    description.getComponents().getSchemas().remove(HIDDEN);
    for (Schema<?> schema : description.getComponents().getSchemas().values()) {
      if (schema.getProperties() != null) {
        schema.getProperties().values().removeIf(SchemaConfiguration::isHidden);
        schema.getProperties().values().forEach(SchemaConfiguration::naive);
      }
    }
  }

  private static boolean isHidden(Schema<?> property) {
    return Boolean.TRUE.equals(property.getWriteOnly())
        || (property.get$ref() != null && property.get$ref().endsWith("/" + HIDDEN));
  }

  private static void naive(Schema<?> property) {
    if ("date-time".equals(property.getFormat())) {
      property.setFormat(null);
      property.setDescription("UTC, ISO 8601 without a zone");
    }
  }
}
