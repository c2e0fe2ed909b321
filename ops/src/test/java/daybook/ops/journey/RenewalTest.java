// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daybook.commandside.ca.Sha256;
import daybook.commandside.device.enroll.Renewals;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.enrollment.EnrollmentId;
import daybook.ops.simulator.Answered;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.identity.Identity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A renewed identity changes nothing else; the one that it replaced is refused and told. */
class RenewalTest {
  @TempDir Path folder;

  @Test
  void aReenrollmentProfileRenewsTheIdentityAndKeepsTheQueue() {
    try (House house = House.at(folder)) {
      SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation().enroll(house.link());
      Identity former = mac.identity();
      long number = number(house, mac);
      mac.connect();
      byte[] profile =
          house
              .bean(Renewals.class)
              .open(
                  EnrollmentId.ofUdid(mac.udid()),
                  hash(former),
                  true,
                  Duration.ofHours(1),
                  Origin.of(Actor.server(), "test"))
              .reply()
              .profile();

      house.api().install(number, profile);
      house.api().queue(number, "SecurityInfo");

      List<Answered> answered = new ArrayList<>(mac.connect());
      await()
          .untilAsserted(
              () -> assertThat(house.api().story(mac.udid())).contains("IdentityRenewed"));
      assertThat(mac.identity().certificate()).isNotEqualTo(former.certificate());
      answered.addAll(mac.connect());
      assertThat(answered).anyMatch(command -> command.requestType().equals("SecurityInfo"));
      Identity renewed = mac.identity();
      mac.use(former);
      assertThat(mac.tokenUpdate().status()).isEqualTo(400);
      mac.use(renewed);
      assertThat(mac.tokenUpdate().status()).isEqualTo(200);
    }
  }

  @Test
  void aRenewalRequestSignedByThePinnedCertificateIsSuchASession() {
    try (House house = House.at(folder)) {
      SimulatedDevice mac = SimulatedDevice.mac(3).insideSimulation().enroll(house.link());
      number(house, mac);
      mac.use(mac.renewByScep());
      assertThat(mac.authenticate().status()).isEqualTo(200);
      assertThat(mac.tokenUpdate().status()).isEqualTo(200);
      List<String> story = house.api().story(mac.udid());
      assertThat(story).contains("RenewalSessionOpened", "IdentityRenewed");
      assertThat(story.stream().filter("EnrollmentStarted"::equals)).hasSize(1);
    }
  }

  private static String hash(Identity identity) {
    return Sha256.hex(identity.der());
  }

  private static long number(House house, SimulatedDevice mac) {
    await().until(() -> house.api().get("/api/mdm/devices/?udid=" + mac.udid()).size() == 1);
    return house.api().deviceByUdid(mac.udid()).get("id").asLong();
  }
}
