// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeviceSettingsTest {
  @Test
  void anHourHasThreeThousandEventsUnlessAnotherNumberIsSet() {
    assertThat(settings(Map.of()).hourlyEvents()).isEqualTo(3_000);
    assertThat(settings(Map.of("daybook.hourly_events", "60")).hourlyEvents()).isEqualTo(60);
  }

  @Test
  void aWrongNumberIsToldByItsKey() {
    assertThatThrownBy(() -> settings(Map.of("daybook.hourly_events", "59")))
        .hasRootCauseMessage("daybook.hourly_events must be at least 60, not 59");
    assertThatThrownBy(() -> settings(Map.of("daybook.hourly_events", "many")))
        .hasMessageContaining("daybook.hourly-events");
  }

  private static DeviceSettings settings(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("daybook", DeviceSettings.class);
  }
}
