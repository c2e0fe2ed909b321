// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import daybook.ops.simulator.Answered;
import daybook.ops.simulator.NotTaken;
import daybook.ops.simulator.SimulatedDevice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device comes back from the cupboard, where its identity has ended. */
class ExpiredIdentityTest {
  private static final Duration TWO_YEARS = Duration.ofDays(731);

  @TempDir Path folder;

  @Test
  void anExpiredButPinnedIdentityIsLetInForItsRenewalAloneAndThenForEverything() {
    try (House house = House.atAnyTime(folder, Map.of())) {
      SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation().enroll(house.link());
      mac.connect();
      await().until(() -> !house.api().get("/api/mdm/devices/?udid=" + mac.udid()).isEmpty());
      house.api().queue(house.api().deviceByUdid(mac.udid()).get("id").asLong(), "SecurityInfo");
      house.pass(TWO_YEARS.plusDays(100));
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(tried(house, mac)).as("a renewal waits for it").isTrue());

      assertThat(mac.tokenUpdate().status()).isEqualTo(400);
      assertThat(new String(mac.setBootstrapToken().body(), StandardCharsets.UTF_8))
          .startsWith("renewal_only: the identity certificate ended at ");
      assertThat(mac.isEnrolled()).isTrue();
      // It goes on with its new identity in the same session.
      assertThat(mac.connect())
          .extracting(Answered::requestType)
          .startsWith("InstallProfile")
          .contains("SecurityInfo");

      assertThat(house.api().story(mac.udid()))
          .contains("ExpiredIdentityAdmitted", "IdentityRenewed");
      assertThat(mac.tokenUpdate().status()).isEqualTo(200);
      assertThat(
              house
                  .api()
                  .get("/api/mdm/audit/?type=RequestRefused&limit=100")
                  .get("results")
                  .findValuesAsText("sentence"))
          .anyMatch(sentence -> sentence.contains("renewal only"));
    }
  }

  @Test
  void beyondTheGraceItIsRefusedWithA400AndStaysEnrolled() {
    try (House house = House.atAnyTime(folder, Map.of("daybook.renewal_grace", "30d"))) {
      SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation().enroll(house.link());
      house.pass(TWO_YEARS.plusDays(31));
      assertThatThrownBy(mac::connect).isInstanceOf(NotTaken.class).hasMessageContaining("400");
      assertThat(mac.tokenUpdate().status()).isEqualTo(400);
      assertThat(mac.isEnrolled()).isTrue();
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          house
                              .api()
                              .get("/api/mdm/audit/?type=RequestRefused&limit=100")
                              .get("results")
                              .findValuesAsText("sentence"))
                      .anyMatch(sentence -> sentence.contains("certificate not valid now")));
    }
  }

  private static boolean tried(House house, SimulatedDevice mac) {
    return house
        .api()
        .get("/api/mdm/audit/?type=CommandQueued&limit=500&udid=" + mac.udid())
        .get("results")
        .findValuesAsText("sentence")
        .stream()
        .anyMatch(sentence -> sentence.contains("to renew"));
  }
}
