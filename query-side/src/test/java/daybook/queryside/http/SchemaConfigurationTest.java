// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.http;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.projections.device.DeviceView;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.junit.jupiter.api.Test;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.ObjectMapperProvider;

/** The description says what is answered. */
class SchemaConfigurationTest {
  @Test
  void aDeviceIsDescribedByTheNamesOfItsJsonWithoutWhatIsHidden() {
    Schema<?> device = described().getComponents().getSchemas().get("DeviceView");
    assertThat(device.getProperties().keySet())
        .hasSize(39)
        .contains("serial_number", "cert_not_valid_after", "filevault_prk_escrowed", "life_cycle")
        .doesNotContain("life");
    assertThat(described().getComponents().getSchemas()).doesNotContainKey("DeviceLifeView");
  }

  @Test
  void timesArePromisedWithoutAZone() {
    Schema<?> device = described().getComponents().getSchemas().get("DeviceView");
    Schema<?> time = (Schema<?>) device.getProperties().get("created_at");
    assertThat(time.getFormat()).isNull();
    assertThat(time.getDescription()).isEqualTo("UTC, ISO 8601 without a zone");
  }

  private static OpenAPI described() {
    ModelConverters converters = new ModelConverters();
    converters.addConverter(
        new SchemaConfiguration()
            .modelResolver(new ObjectMapperProvider(new SpringDocConfigProperties())));
    Components components = new Components();
    converters.readAll(DeviceView.class).forEach(components::addSchemas);
    OpenAPI description = new OpenAPI().components(components);
    SchemaConfiguration.asAnswered(description);
    return description;
  }
}
