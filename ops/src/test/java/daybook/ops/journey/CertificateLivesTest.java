// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.ops.simulator.Backup;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.identity.Identity;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to identities in the life of a device. */
class CertificateLivesTest {
  private static final String OTHER_TOPIC =
      "com.apple.mgmt.External.bbbbbbbb-2222-4222-8222-bbbbbbbbbbbb";
  private static final String OWN_ISSUER = "dab00000-0000-4000-8000-000000000001";
  private static final String CERTIFICATES = "/api/mdm/push_certificates/";

  @TempDir Path folder;

  @Test
  void aDeviceWhoseClockStandsAt1970OrTwoYearsAheadGetsACertificateByOurClockAndIsJudgedByIt() {
    try (House house = House.atAnyTime(folder, Map.of())) {
      Duration to1970 = Duration.between(Instant.now(), Instant.EPOCH);
      SimulatedDevice slow = SimulatedDevice.mac(1).wrongBy(to1970);
      SimulatedDevice fast = SimulatedDevice.iPhone(3).wrongBy(Duration.ofDays(731));
      for (SimulatedDevice device : new SimulatedDevice[] {slow, fast}) {
        device.insideSimulation().enroll(house.link());
        awaitStory(house, device, "DeviceEnrolled");
        assertThat(device.identity().certificate().getNotBefore().toInstant())
            .isBetween(house.now().minus(Duration.ofHours(2)), house.now());
        assertThat(device.identity().certificate().getNotAfter().toInstant())
            .isBetween(
                house.now().plus(Duration.ofDays(729)), house.now().plus(Duration.ofDays(732)));
        device.connect();
        assertThat(device.tokenUpdate().status()).isEqualTo(200);
        device.use(device.renewByScep());
        assertThat(device.authenticate().status()).isEqualTo(200);
        awaitStory(house, device, "IdentityRenewed");
      }

      house.pass(Duration.ofDays(731 + 181));

      for (SimulatedDevice device : new SimulatedDevice[] {slow, fast}) {
        assertThat(new String(device.tokenUpdate().body(), StandardCharsets.UTF_8))
            .startsWith("certificate_not_valid_now");
        assertThat(device.isEnrolled()).isTrue();
      }
    }
  }

  @Test
  void anIdentityThatIsLostInRenewalChangesNothingTheOldOneWorksAndTheNextRenewalFollows() {
    try (House house = House.atAnyTime(folder, Map.of())) {
      SimulatedDevice mac = enroll(house, 1);
      final Identity former = mac.identity();
      house.pass(Duration.ofDays(651));
      awaitTries(house, mac, 1);
      mac.losesCertificates(1).connect();
      awaitStory(house, mac, "CommandFailed");
      assertThat(mac.identity()).isEqualTo(former);
      assertThat(mac.tokenUpdate().status()).isEqualTo(200);
      assertThat(house.api().story(mac.udid())).doesNotContain("IdentityRenewed");

      house.pass(Duration.ofHours(25));
      awaitTries(house, mac, 2);
      mac.connect();

      awaitStory(house, mac, "IdentityRenewed");
      assertThat(mac.identity()).isNotEqualTo(former);
      assertThat(mac.tokenUpdate().status()).isEqualTo(200);
      // By SCEP's own message the same: the answer is lost, and the device asks again.
      Identity second = mac.identity();
      mac.renewByScep();
      mac.use(second);
      assertThat(mac.tokenUpdate().status()).isEqualTo(200);
      mac.use(mac.renewByScep());
      assertThat(mac.authenticate().status()).isEqualTo(200);
      assertThat(mac.tokenUpdate().status()).isEqualTo(200);
    }
  }

  @Test
  void aDeviceThatEnrollsAnewIntoAnotherTopicIsPushedUnderItAndTheFormerProfileIsRefused() {
    StandInApple apple = new StandInApple().trustedBy(folder);
    try (House house = House.at(folder)) {
      SimulatedDevice mac = enroll(house, 1);
      final Backup former = mac.backUp();
      String topic = mac.profile().topic();
      mac.leaveSilently();
      mac.enroll(linkOfAnotherTopic(house.api(), apple, house.url()));
      assertThat(mac.profile().topic()).isEqualTo(OTHER_TOPIC).isNotEqualTo(topic);
      mac.connect();
      long number = house.api().deviceByUdid(mac.udid()).get("id").asLong();
      house.api().queue(number, "ProfileList");
      await()
          .untilAsserted(
              () ->
                  assertThat(house.apns().received())
                      .anyMatch(
                          push ->
                              push.topic().equals(OTHER_TOPIC)
                                  && push.token().equals(mac.token())));

      final Backup present = mac.backUp();
      mac.restore(former);
      assertThat(mac.tokenUpdate().status()).isEqualTo(400);
      assertThat(mac.authenticate().status()).isEqualTo(400);
      assertThat(mac.isEnrolled()).isTrue();
      // The new identity under the former profile's topic: that can't be, and is refused too.
      Identity own = present(mac, present);
      mac.restore(former);
      mac.use(own);
      assertThat(new String(mac.tokenUpdate().body(), StandardCharsets.UTF_8))
          .startsWith("topic_changed");
      mac.restore(present);
      assertThat(mac.tokenUpdate().status()).isEqualTo(200);
    }
  }

  private static Identity present(SimulatedDevice mac, Backup backup) {
    mac.restore(backup);
    return mac.identity();
  }

  /** A link whose devices get a push certificate of another topic. */
  private static URI linkOfAnotherTopic(Api api, StandInApple apple, URI base) {
    int certificate = made(api, CERTIFICATES, Map.of("name", "Other")).get("id").asInt();
    String one = CERTIFICATES + certificate + "/";
    byte[] request = api.download(one + "csr/");
    HttpResponse<String> uploaded =
        api.put(
            one, Map.of("name", "Other", "certificate", apple.certificate(request, OTHER_TOPIC)));
    assertThat(uploaded.statusCode()).isEqualTo(200);
    int unit =
        made(api, "/api/inventory/meta_business_units/", Map.of("name", "Unit")).get("id").asInt();
    JsonNode link =
        made(
            api,
            "/api/mdm/ota_enrollments/",
            Map.of(
                "name",
                "Other",
                "push_certificate",
                certificate,
                "scep_issuer",
                OWN_ISSUER,
                "enrollment_secret",
                Map.of("meta_business_unit", unit)));
    return base.resolve(
        "/public/mdm/enroll/" + link.get("enrollment_secret").get("secret").asText());
  }

  private static JsonNode made(Api api, String path, Map<String, ?> body) {
    HttpResponse<String> answer = api.post(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body());
  }

  private static SimulatedDevice enroll(House house, long seed) {
    SimulatedDevice mac = SimulatedDevice.mac(seed).insideSimulation().enroll(house.link());
    awaitStory(house, mac, "DeviceEnrolled");
    return mac;
  }

  private static void awaitStory(House house, SimulatedDevice device, String event) {
    await().untilAsserted(() -> assertThat(house.api().story(device.udid())).contains(event));
  }

  private static void awaitTries(House house, SimulatedDevice mac, int count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode queued =
                  house
                      .api()
                      .get("/api/mdm/audit/?type=CommandQueued&limit=500&udid=" + mac.udid())
                      .get("results");
              assertThat(queued.findValuesAsText("sentence"))
                  .filteredOn(sentence -> sentence.contains("to renew"))
                  .hasSize(count);
            });
  }
}
