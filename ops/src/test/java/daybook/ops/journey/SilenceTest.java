// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dd.plist.NSDictionary;
import com.fasterxml.jackson.databind.JsonNode;
import daybook.ops.simulator.SimulatedDevice;
import daybook.projections.Projector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices of whom nothing is heard for a week. */
class SilenceTest {
  private static final Duration SIX_DAYS = Duration.ofDays(6);

  @TempDir Path folder;

  @Test
  void aWeekOfSilenceIsToldOnceUntilTheDeviceIsBackAndOneThatIsToGoCountsAsGone() {
    try (House house = House.atAnyTime(folder, Map.of())) {
      SimulatedDevice silent = enroll(house, 1);
      SimulatedDevice leaving = enroll(house, 2);
      SimulatedDevice blocked = enroll(house, 3);
      house.pass(SIX_DAYS);
      assertThat(post(house, leaving, "unenroll")).isEqualTo(200);
      assertThat(post(house, blocked, "block")).isEqualTo(200);
      house.pass(Duration.ofDays(2));

      awaitTold(house, silent, "DeviceSilent", 1);
      JsonNode life = lifeCycle(house, silent);
      assertThat(life.get("condition").asText()).isEqualTo("enrolled");
      assertThat(life.get("silent_since").isTextual()).isTrue();
      assertThat(life.get("silence_causes")).isNotEmpty();
      assertThat(lifeCycle(house, leaving).get("condition").asText()).isEqualTo("unenrolling");
      assertThat(lifeCycle(house, blocked).get("condition").asText())
          .isEqualTo("blocked_not_yet_unenrolled");

      house.bean(Projector.class).rebuild("device", progress -> {});
      house.pass(SIX_DAYS);
      awaitTold(house, leaving, "DeviceRetired", 1);
      awaitTold(house, blocked, "DeviceRetired", 1);
      assertThat(lifeCycle(house, leaving).get("condition").asText()).isEqualTo("retired");
      assertThat(lifeCycle(house, blocked).get("condition").asText()).isEqualTo("blocked");
      awaitTold(house, silent, "DeviceSilent", 1);
      assertThat(leaving.report(idle(leaving)).status()).isEqualTo(401);
      assertThat(post(house, blocked, "unblock")).isEqualTo(200);
      assertThat(blocked.report(idle(blocked)).status()).isEqualTo(200);

      silent.connect();
      await()
          .untilAsserted(
              () -> assertThat(lifeCycle(house, silent).get("silent_since").isNull()).isTrue());
      house.pass(Duration.ofDays(8));
      awaitTold(house, silent, "DeviceSilent", 2);
    }
  }

  private static SimulatedDevice enroll(House house, long seed) {
    SimulatedDevice mac = SimulatedDevice.mac(seed).insideSimulation().enroll(house.link());
    await()
        .untilAsserted(() -> assertThat(house.api().story(mac.udid())).contains("DeviceEnrolled"));
    return mac;
  }

  private static int post(House house, SimulatedDevice device, String what) {
    long number = house.api().deviceByUdid(device.udid()).get("id").asLong();
    return house.api().post("/api/mdm/devices/" + number + "/" + what + "/", Map.of()).statusCode();
  }

  private static JsonNode lifeCycle(House house, SimulatedDevice device) {
    long number = house.api().deviceByUdid(device.udid()).get("id").asLong();
    return house.api().get("/api/mdm/devices/" + number + "/").get("life_cycle");
  }

  private static NSDictionary idle(SimulatedDevice device) {
    NSDictionary idle = new NSDictionary();
    idle.put("Status", "Idle");
    idle.put("UDID", device.udid());
    return idle;
  }

  private static void awaitTold(House house, SimulatedDevice device, String type, int times) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(Collections.frequency(house.api().story(device.udid()), type))
                    .isEqualTo(times));
  }
}
