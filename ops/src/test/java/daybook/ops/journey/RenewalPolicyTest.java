// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daybook.ops.simulator.Behaviour;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.identity.Identity;
import daybook.ops.simulator.profile.EnrollmentProfile;
import daybook.projections.Projector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identities are renewed by themselves, for years. */
class RenewalPolicyTest {
  /** From an enrollment to a moment at which its identity, of two years, has 80 days left. */
  private static final Duration UNTIL_RENEWAL = Duration.ofDays(651);

  @TempDir Path folder;

  @Test
  void ninetyDaysAheadOfItsEndAnIdentityIsRenewedAndTheOldOneWorksUntilTheNewOneHasCome() {
    try (House house = House.atAnyTime(folder, Map.of())) {
      SimulatedDevice mac = enroll(house, 1);
      Identity former = mac.identity();
      EnrollmentProfile installed = mac.profile();
      house.pass(Duration.ofDays(640));
      mac.connect();
      house.pass(Duration.ofDays(11));
      awaitTries(house, mac, 1);
      assertThat(mac.tokenUpdate().status()).isEqualTo(200);

      mac.connect();

      awaitRenewals(house, mac, 1);
      assertThat(mac.identity().certificate().getNotAfter().toInstant())
          .isAfter(house.now().plus(Duration.ofDays(700)));
      assertThat(mac.profile())
          .usingRecursiveComparison()
          .comparingOnlyFields(
              "identifier", "topic", "serverUrl", "checkInUrl", "capabilities", "accessRights")
          .isEqualTo(installed);
      assertThat(mac.connect()).as("nothing is left over").isEmpty();
      Identity renewed = mac.identity();
      mac.use(former);
      assertThat(mac.tokenUpdate().status()).isEqualTo(400);
      await()
          .untilAsserted(
              () ->
                  assertThat(house.api().get("/api/mdm/audit/?type=RequestRefused").get("results"))
                      .anyMatch(e -> e.get("sentence").asText().contains("certificate replaced")));
      mac.use(renewed);
      assertThat(mac.isEnrolled()).isTrue();

      house.pass(UNTIL_RENEWAL);
      awaitTries(house, mac, 2);
      mac.connect();
      awaitRenewals(house, mac, 2);
    }
  }

  @Test
  void aRenewalThatFailsOrIsForgottenOrExpiresNeverStopsTheNext() {
    try (House house = House.atAnyTime(folder, Map.of())) {
      SimulatedDevice mac = enroll(house, 1);
      house.pass(UNTIL_RENEWAL);
      awaitTries(house, mac, 1);
      mac.on("InstallProfile", Behaviour.error("MCInstallationErrorDomain", 4001).times(1));
      mac.connect();
      await()
          .untilAsserted(() -> assertThat(house.api().story(mac.udid())).contains("CommandFailed"));

      house.pass(Duration.ofHours(25));
      awaitTries(house, mac, 2);
      // It says that it has installed the profile, and never comes with a new certificate.
      mac.on("InstallProfile", new Behaviour("Acknowledged", null, 0, Behaviour.Manner.ONCE, 1));
      mac.connect();

      house.pass(Duration.ofHours(49));
      awaitTries(house, mac, 3);
      // It stays away for longer than a try waits.
      house.pass(Duration.ofDays(31));
      awaitTries(house, mac, 4);
      mac.connect();

      awaitRenewals(house, mac, 1);
      assertThat(house.api().story(mac.udid())).contains("CommandExpired");
    }
  }

  @Test
  void aViewThatIsBuiltAnewRenewsNobodyTwice() {
    try (House house = House.atAnyTime(folder, Map.of())) {
      SimulatedDevice mac = enroll(house, 1);
      house.pass(UNTIL_RENEWAL);
      awaitTries(house, mac, 1);
      house.bean(Projector.class).rebuild("renewal", progress -> {});
      SimulatedDevice other = enroll(house, 2);
      house.pass(Duration.ofMinutes(1));
      other.connect();
      mac.connect();
      awaitRenewals(house, mac, 1);
      assertThat(tries(house, mac)).isOne();
      assertThat(tries(house, other)).isZero();
    }
  }

  private static SimulatedDevice enroll(House house, long seed) {
    SimulatedDevice mac = SimulatedDevice.mac(seed).insideSimulation().enroll(house.link());
    await()
        .untilAsserted(() -> assertThat(house.api().story(mac.udid())).contains("DeviceEnrolled"));
    return mac;
  }

  private static void awaitTries(House house, SimulatedDevice mac, int count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(tries(house, mac)).isEqualTo(count));
  }

  private static void awaitRenewals(House house, SimulatedDevice mac, int count) {
    await()
        .untilAsserted(
            () ->
                assertThat(house.api().story(mac.udid()).stream().filter("IdentityRenewed"::equals))
                    .hasSize(count));
  }

  private static long tries(House house, SimulatedDevice mac) {
    List<String> found =
        house
            .api()
            .get("/api/mdm/audit/?type=CommandQueued&limit=500&udid=" + mac.udid())
            .get("results")
            .findValuesAsText("sentence");
    return found.stream()
        .filter(sentence -> sentence.contains("to renew the device's identity"))
        .count();
  }
}
