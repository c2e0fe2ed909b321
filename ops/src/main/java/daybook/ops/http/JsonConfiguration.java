// SPDX-License-Identifier: Apache-2.0
package daybook.ops.http;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the web layer the JSON of {@link ApiJson}. */
@Configuration
@EnableConfigurationProperties(ApiSettings.class)
class JsonConfiguration {
  @Bean
  JsonMapperBuilderCustomizer apiJson() {
    return ApiJson::shape;
  }
}
