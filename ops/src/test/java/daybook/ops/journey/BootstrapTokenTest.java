// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import daybook.commandside.ca.Sha256;
import daybook.commandside.device.enroll.Renewals;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.enrollment.EnrollmentId;
import daybook.ops.simulator.Behaviour;
import daybook.ops.simulator.NotTaken;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.identity.Identity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A bootstrap token outlives every renewal of its device's identity, and no new enrollment. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BootstrapTokenTest {
  private House house;

  @BeforeAll
  void open(@TempDir Path folder) {
    house = House.at(folder);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aTokenThatWasGivenBeforeARenewalIsReleasedToTheRenewedIdentityAndNotToTheOldOne() {
    SimulatedDevice mac = enroll(1);
    byte[] given = mac.bootstrapToken();
    assertThat(mac.askBootstrapToken()).isNotEmpty().isEqualTo(given);
    Identity former = mac.identity();

    renew(mac);

    assertThat(mac.identity()).isNotEqualTo(former);
    assertThat(mac.askBootstrapToken()).isEqualTo(given);
    Identity renewed = mac.identity();
    mac.use(former);
    assertThat(catchThrowable(mac::askBootstrapToken))
        .isInstanceOf(NotTaken.class)
        .hasMessageContaining("400");
    mac.use(renewed);
    await()
        .untilAsserted(
            () ->
                assertThat(house.api().story(mac.udid()))
                    .containsSubsequence(
                        "BootstrapTokenEscrowed",
                        "BootstrapTokenReleased",
                        "IdentityRenewed",
                        "BootstrapTokenReleased"));
  }

  @Test
  void aTokenThatIsGivenAfterARenewalIsReleasedAlsoAfterTheNext() {
    SimulatedDevice mac = enroll(3);
    renew(mac);
    Identity former = mac.identity();
    assertThat(mac.setBootstrapToken().status()).isEqualTo(200);
    byte[] given = mac.bootstrapToken();
    assertThat(mac.askBootstrapToken()).isEqualTo(given);
    renew(mac);
    assertThat(mac.askBootstrapToken()).isEqualTo(given);
    Identity renewed = mac.identity();
    mac.use(former);
    assertThat(mac.setBootstrapToken().status()).as("by the replaced identity").isEqualTo(400);
    assertThat(mac.removeBootstrapToken().status()).isEqualTo(400);
    mac.use(renewed);
    assertThat(mac.askBootstrapToken()).isEqualTo(given);
  }

  @Test
  void aMacThatIsErasedWhileItIsRenewedStartsWithoutATokenAndItsLateRenewalCountsForNothing() {
    SimulatedDevice mac = enroll(5);
    long number = number(mac);
    byte[] renewal = openRenewal(mac);
    byte[] late = openRenewal(mac);
    house.api().install(number, renewal);
    house.api().queue(number, "EraseDevice");
    mac.on("InstallProfile", Behaviour.error("MDM", 1).times(1));
    mac.connect();
    assertThat(mac.isEnrolled()).as("it is erased").isFalse();

    mac.enroll(house.link());

    byte[] given = mac.bootstrapToken();
    assertThat(mac.askBootstrapToken()).isEqualTo(given);
    house.api().install(number, late);
    mac.connect();
    assertThat(mac.isEnrolled()).isTrue();
    assertThat(mac.tokenUpdate().status()).isEqualTo(200);
    renew(mac);
    assertThat(mac.askBootstrapToken()).isEqualTo(given);
    await()
        .untilAsserted(
            () -> {
              List<String> story = house.api().story(mac.udid());
              assertThat(story.stream().filter("IdentityRenewed"::equals)).hasSize(1);
              assertThat(story.stream().filter("EnrollmentStarted"::equals)).hasSize(2);
            });
  }

  @Test
  void whatWasKeptBeforeANewEnrollmentIsNotReleasedToIt() {
    SimulatedDevice phone = SimulatedDevice.iPhone(7).insideSimulation().enroll(house.link());
    assertThat(phone.askBootstrapToken()).as("it never gave one").isEmpty();
    assertThat(phone.setBootstrapToken().status()).isEqualTo(200);
    phone.leaveSilently();
    phone.enroll(house.link());
    assertThat(phone.askBootstrapToken()).isEmpty();
    await()
        .untilAsserted(
            () ->
                assertThat(house.api().story(phone.udid()))
                    .containsSubsequence("BootstrapTokenEscrowed", "BootstrapTokenWithheld"));
  }

  private SimulatedDevice enroll(long seed) {
    SimulatedDevice mac = SimulatedDevice.mac(seed).insideSimulation().enroll(house.link());
    number(mac);
    return mac;
  }

  private void renew(SimulatedDevice mac) {
    Identity former = mac.identity();
    house.api().install(number(mac), openRenewal(mac));
    mac.connect();
    assertThat(mac.identity()).isNotEqualTo(former);
  }

  private byte[] openRenewal(SimulatedDevice mac) {
    return house
        .bean(Renewals.class)
        .open(
            EnrollmentId.ofUdid(mac.udid()),
            Sha256.hex(mac.identity().der()),
            true,
            Duration.ofHours(1),
            Origin.of(Actor.server(), "test"))
        .reply()
        .profile();
  }

  private long number(SimulatedDevice mac) {
    await().until(() -> house.api().get("/api/mdm/devices/?udid=" + mac.udid()).size() == 1);
    return house.api().deviceByUdid(mac.udid()).get("id").asLong();
  }
}
