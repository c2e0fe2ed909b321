// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.ops.simulator.NotTaken;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.identity.Identity;
import daybook.ops.simulator.profile.ScepPayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** All three phases of an enrollment over the air, and who doesn't get through them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverTheAirTest {
  private static final TlsAuthority MAKER = TlsAuthority.of("Maker of devices");
  private static final TlsAuthority OTHERS = TlsAuthority.of("Identities of others");
  private static final String LIST = "/api/mdm/ota_enrollments/";
  private static final String OWN = "dab00000-0000-4000-8000-000000000001";

  private House house;
  private int unit;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    Path maker = Files.writeString(folder.resolve("maker.pem"), TlsAuthority.pem(MAKER.root()));
    Path others = Files.writeString(folder.resolve("others.pem"), TlsAuthority.pem(OTHERS.root()));
    house =
        House.at(
            folder.resolve("home"),
            Map.of(
                "daybook.device_ca_fullchain", "{{ file:" + maker + " }}",
                "daybook.scep_ca_fullchain", "{{ file:" + others + " }}"));
    HttpResponse<String> made =
        house.api().post("/api/inventory/meta_business_units/", Map.of("name", "Unit"));
    unit = Api.json(made.body()).get("id").asInt();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aDeviceThatItsMakerVouchesForEnrollsInThreePhasesAndCountsOnce() {
    SimulatedDevice mac = SimulatedDevice.mac(201).insideSimulation();
    JsonNode made =
        configuration(
            "Air", OWN, Map.of("quota", 1, "serial_numbers", List.of(mac.serialNumber())));
    mac.enrollOverTheAir(link(made), made());
    assertThat(mac.tokenUpdate().status()).isEqualTo(200);
    assertThat(mac.identity().certificate().getSubject().toString())
        .contains("MDM$OTA$", mac.serialNumber());
    await()
        .untilAsserted(
            () ->
                assertThat(house.api().story(mac.udid()))
                    .contains("ProofSessionOpened", "ProofAccepted", "DeviceEnrolled"));
    assertThat(secret(house.api().get(path(made))).get("request_count").asInt()).isEqualTo(1);
    refused(SimulatedDevice.mac(203), made, made(), "410", "can no longer be used");
  }

  @Test
  void whoIsNotListedGetsNoFurtherThanTheSecondPhase() {
    JsonNode made = configuration("Air listed", OWN, Map.of("serial_numbers", List.of("X")));
    refused(SimulatedDevice.iPhone(205), made, made(), "400", "serial_number_not_listed");
  }

  @Test
  void nobodyButTheMakerVouches() {
    JsonNode made = configuration("Air vouched", OWN, Map.of());
    Identity foreign = TlsAuthority.of("Foreign").device("x", Instant.now());
    refused(SimulatedDevice.mac(207), made, foreign, "400", "signer_unknown");
    Identity noProof = OTHERS.device("x", Instant.now());
    refused(SimulatedDevice.mac(209), made, noProof, "400", "session_unknown");
  }

  @Test
  void aBlockedDeviceIsTold400AndNever401() {
    JsonNode made = configuration("Air blocked", OWN, Map.of());
    SimulatedDevice mac =
        SimulatedDevice.mac(211).insideSimulation().enrollOverTheAir(link(made), made());
    await().until(() -> house.api().get("/api/mdm/devices/?udid=" + mac.udid()).size() == 1);
    long number = house.api().deviceByUdid(mac.udid()).get("id").asLong();
    assertThat(house.api().status("POST", "/api/mdm/devices/" + number + "/block/")).isEqualTo(200);
    mac.leaveSilently();
    refused(mac, made, made(), "400", "device_blocked");
  }

  @Test
  void theCertificateOfAnotherIssuerProvesOnceAndTheNextOneEnrolls() {
    HttpResponse<String> issuer =
        house
            .api()
            .post(
                "/api/mdm/scep_issuers/",
                Map.of(
                    "name",
                    "Air",
                    "url",
                    "https://scep.example.com/scep",
                    "backend",
                    "STATIC_CHALLENGE",
                    "static_challenge_kwargs",
                    Map.of("challenge", "known to all")));
    JsonNode made =
        configuration("Air others", Api.json(issuer.body()).get("id").asText(), Map.of());
    List<ScepPayload> asked = new ArrayList<>();
    SimulatedDevice mac =
        SimulatedDevice.mac(213)
            .insideSimulation()
            .identitiesFrom(
                payload -> {
                  asked.add(payload);
                  return OTHERS.device(payload.subject().get(0).value(), Instant.now());
                })
            .enrollOverTheAir(link(made), made());
    assertThat(asked).hasSize(2);
    assertThat(asked.get(0).subject().get(0)).isNotEqualTo(asked.get(1).subject().get(0));
    assertThat(asked.get(1).subject().get(1).value()).isEqualTo(mac.serialNumber());
    assertThat(mac.tokenUpdate().status()).isEqualTo(200);

    ScepPayload proof = asked.get(0);
    SimulatedDevice thief =
        SimulatedDevice.mac(215)
            .insideSimulation()
            .identitiesFrom(own -> OTHERS.device(proof.subject().get(0).value(), Instant.now()));
    refused(thief, made, made(), "400", "certificate_of_another_device");
    assertThatThrownBy(() -> thief.enroll(house.link()))
        .as("a proof is no identity")
        .hasMessageContaining("session_unknown");
  }

  private static Identity made() {
    return MAKER.device("0B5938EB-A130-466F-BFA5-BFA950500D03", Instant.EPOCH);
  }

  private void refused(
      SimulatedDevice device, JsonNode made, Identity maker, String status, String words) {
    assertThatThrownBy(() -> device.insideSimulation().enrollOverTheAir(link(made), maker))
        .isInstanceOf(NotTaken.class)
        .hasMessageContaining(status)
        .hasMessageContaining(words);
    assertThat(device.isEnrolled()).isFalse();
  }

  private JsonNode configuration(String name, String issuer, Map<String, ?> secret) {
    Map<String, Object> rules = new HashMap<>(secret);
    rules.put("meta_business_unit", unit);
    JsonNode push = house.api().get("/api/mdm/push_certificates/").get("results").get(0);
    HttpResponse<String> made =
        house
            .api()
            .post(
                LIST,
                Map.of(
                    "name",
                    name,
                    "push_certificate",
                    push.get("id").asInt(),
                    "scep_issuer",
                    issuer,
                    "enrollment_secret",
                    rules));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return Api.json(made.body());
  }

  private static String path(JsonNode made) {
    return LIST + made.get("id").asInt() + "/";
  }

  private static JsonNode secret(JsonNode made) {
    return made.get("enrollment_secret");
  }

  private URI link(JsonNode made) {
    return house
        .url()
        .resolve("/public/mdm/ota_enroll/" + secret(made).get("secret").asText() + "/");
  }
}
