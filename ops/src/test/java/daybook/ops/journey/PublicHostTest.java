// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import daybook.ops.simulator.SimulatedDevice;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** public_url changed with devices enrolled. */
class PublicHostTest {
  private static final Map<String, String> MOVED =
      Map.of("daybook.public_url", "https://other.example.org");

  @TempDir Path folder;

  @Test
  void theHostMayChangeUntilADeviceHasEnrolledAndThenTheStartIsRefusedUnlessTheFormerNameStays() {
    try (House house = House.at(folder, MOVED)) {
      assertThat(house.daybook().admin().enrollmentUrl()).startsWith("https://other.example.org");
    }
    try (House house = House.at(folder)) {
      SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation().enroll(house.link());
      await()
          .untilAsserted(
              () -> assertThat(house.api().story(mac.udid())).contains("DeviceEnrolled"));
    }
    assertThatThrownBy(() -> House.at(folder, MOVED).close())
        .hasMessageContaining("daybook.public_url names other.example.org")
        .hasMessageContaining("127.0.0.1=1")
        .hasMessageContaining("daybook.public_url_former_hosts");
    Map<String, String> both =
        Map.of(
            "daybook.public_url", "https://other.example.org",
            "daybook.public_url_former_hosts", "127.0.0.1");
    try (House house = House.at(folder, both)) {
      assertThat(house.daybook().admin().enrollmentUrl()).startsWith("https://other.example.org");
    }
  }
}
