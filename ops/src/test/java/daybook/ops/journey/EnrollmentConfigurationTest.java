// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.commandside.ca.Sha256;
import daybook.commandside.device.enroll.Renewals;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.enrollment.EnrollmentId;
import daybook.ops.simulator.NotTaken;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.identity.Identity;
import daybook.ops.simulator.profile.ScepPayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Enrollment configurations that an operator makes by API, and who gets in by them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnrollmentConfigurationTest {
  private static final TlsAuthority OTHERS = TlsAuthority.of("Identities of others");
  private static final String LIST = "/api/mdm/ota_enrollments/";
  private static final String OWN = "dab00000-0000-4000-8000-000000000001";

  private House house;
  private int unit;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    Path others = folder.resolve("others.pem");
    Files.writeString(others, TlsAuthority.pem(OTHERS.root()));
    house =
        House.at(
            folder.resolve("home"),
            Map.of("daybook.scep_ca_fullchain", "{{ file:" + others + " }}"));
    unit = made("/api/inventory/meta_business_units/", Map.of("name", "Unit")).get("id").asInt();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aDeviceEnrollsByItUntilTheQuotaIsUsedUp() {
    JsonNode made = configuration("Two", OWN, Map.of("quota", 1));
    SimulatedDevice mac = SimulatedDevice.mac(101).insideSimulation().enroll(link(made));
    assertThat(mac.connect()).isNotNull();
    JsonNode used = house.api().get(LIST + made.get("id").asInt() + "/");
    assertThat(used.get("enrollment_secret").get("request_count").asInt()).isEqualTo(1);
    refused(SimulatedDevice.mac(103), made, 410, "can no longer be used");
    HttpResponse<String> deletion = house.api().delete(LIST + made.get("id").asInt() + "/");
    assertThat(deletion.statusCode()).isEqualTo(400);
    assertThat(deletion.body()).isEqualTo("[\"This OTA enrollment cannot be deleted\"]");
  }

  @Test
  void whatIsRevokedLetsNobodyInAndWhoIsInStays() {
    JsonNode made = configuration("Revoked", OWN, Map.of());
    SimulatedDevice mac = SimulatedDevice.mac(105).insideSimulation().enroll(link(made));
    JsonNode revoked =
        json(house.api().post(LIST + made.get("id").asInt() + "/revoke/", Map.of()), 200);
    assertThat(revoked.get("enrollment_secret").get("revoked_at").isNull()).isFalse();
    refused(SimulatedDevice.mac(107), made, 410, "can no longer be used");
    mac.connect();
    assertThat(mac.isEnrolled()).isTrue();
  }

  @Test
  void whoIsNotListedIsRefusedWhenItAuthenticatesAndLeavesNoEnrollment() {
    SimulatedDevice listed = SimulatedDevice.mac(109).insideSimulation();
    JsonNode made =
        configuration("Listed", OWN, Map.of("serial_numbers", List.of(listed.serialNumber())));
    SimulatedDevice other = SimulatedDevice.mac(111);
    refused(other, made, 400, "serial_number_not_listed");
    assertThat(house.api().get("/api/mdm/devices/?udid=" + other.udid())).isEmpty();
    listed.enroll(link(made));
    assertThat(listed.tokenUpdate().status()).isEqualTo(200);

    SimulatedDevice third = SimulatedDevice.mac(113);
    JsonNode byUdid = configuration("UDID", OWN, Map.of("udids", List.of(listed.udid())));
    refused(third, byUdid, 400, "udid_not_listed");
  }

  @Test
  void aDeviceGetsTheUnitAndTheTagsOfEachEnrollmentThatItComesThrough() {
    int lab = made("/api/inventory/tags/", Map.of("name", "lab")).get("id").asInt();
    int loan = made("/api/inventory/tags/", Map.of("name", "loan")).get("id").asInt();
    SimulatedDevice mac = SimulatedDevice.mac(129).insideSimulation();
    mac.enroll(link(configuration("Lab", OWN, Map.of("tags", List.of(lab)))));
    await().untilAsserted(() -> assertThat(tagged(lab)).containsExactly(mac.udid()));
    assertThat(device(mac).get("meta_business_unit").asInt()).isEqualTo(unit);
    assertThat(device(mac).get("tags").toString()).isEqualTo("[" + lab + "]");

    mac.checkOut();
    mac.enroll(link(configuration("Loan", OWN, Map.of("tags", List.of(loan)))));
    await().untilAsserted(() -> assertThat(tagged(loan)).containsExactly(mac.udid()));
    assertThat(device(mac).get("tags").toString()).isEqualTo("[" + lab + "," + loan + "]");
    assertThat(house.api().story(mac.udid())).contains("DeviceGrouped");
  }

  private JsonNode device(SimulatedDevice device) {
    JsonNode found = house.api().get("/api/mdm/devices/?limit=1&udid=" + device.udid());
    return found.get("results").get(0);
  }

  private List<String> tagged(int tag) {
    return house.api().get("/api/mdm/devices/?tags=" + tag).findValuesAsText("udid");
  }

  @Test
  void whatItNamesIsNotDeletedWhileItDoes() {
    int tag = made("/api/inventory/tags/", Map.of("name", "named")).get("id").asInt();
    String issuer = issuer("Named").get("id").asText();
    JsonNode made = configuration("Naming", issuer, Map.of("tags", List.of(tag)));
    List<String> named =
        List.of(
            "/api/inventory/tags/" + tag + "/",
            "/api/inventory/meta_business_units/" + unit + "/",
            "/api/mdm/scep_issuers/" + issuer + "/",
            "/api/mdm/push_certificates/" + pushCertificate() + "/");
    for (String path : named) {
      HttpResponse<String> answer = house.api().delete(path);
      assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("cannot be deleted");
    }
    String one = LIST + made.get("id").asInt() + "/";
    assertThat(house.api().delete(one).statusCode()).isEqualTo(204);
    assertThat(house.api().status("GET", one)).isEqualTo(404);
    assertThat(house.api().delete(named.get(0)).statusCode()).isEqualTo(204);
    assertThat(house.api().delete(named.get(2)).statusCode()).isEqualTo(204);
  }

  @Test
  void anotherIssuersCertificateIsWorthTheSessionOfItsProfileAndNoMore() {
    JsonNode made =
        configuration("External", issuer("Static").get("id").asText(), Map.of("quota", 2));
    ScepPayload[] asked = new ScepPayload[1];
    SimulatedDevice mac =
        SimulatedDevice.mac(121)
            .insideSimulation()
            .identitiesFrom(payload -> identity(asked[0] = payload))
            .enroll(link(made));
    assertThat(asked[0].url()).hasToString("https://scep.example.com/scep");
    assertThat(asked[0].challenge()).isEqualTo("known to all");
    assertThat(asked[0].keySize()).isEqualTo(4096);
    assertThat(mac.tokenUpdate().status()).isEqualTo(200);
    assertThat(mac.authenticate().status()).as("repeated").isEqualTo(200);
    await()
        .untilAsserted(
            () ->
                assertThat(house.api().story(mac.udid()))
                    .contains("CertificatePresented", "EnrollmentReserved", "DeviceEnrolled"));
    JsonNode used = house.api().get(LIST + made.get("id").asInt() + "/");
    assertThat(used.get("enrollment_secret").get("request_count").asInt()).isEqualTo(1);

    SimulatedDevice thief =
        SimulatedDevice.mac(123).insideSimulation().identitiesFrom(own -> identity(asked[0]));
    refused(thief, made, 400, "session_spent");
    SimulatedDevice stranger =
        SimulatedDevice.mac(125)
            .insideSimulation()
            .identitiesFrom(own -> OTHERS.device("somebody", Instant.now()));
    refused(stranger, made, 400, "session_unknown");
    assertThat(mac.tokenUpdate().status()).isEqualTo(200);
    HttpResponse<String> shared = fetch(link(made) + "?shared=true");
    assertThat(shared.statusCode()).isEqualTo(503);
    assertThat(shared.body()).contains("no shared profile");
  }

  @Test
  void anIdentityOfAnotherIssuerIsRenewedThere() {
    JsonNode made = configuration("Renewing", issuer("Renews").get("id").asText(), Map.of());
    SimulatedDevice mac =
        SimulatedDevice.mac(127)
            .insideSimulation()
            .identitiesFrom(EnrollmentConfigurationTest::identity)
            .enroll(link(made));
    Identity former = mac.identity();
    await().until(() -> house.api().get("/api/mdm/devices/?udid=" + mac.udid()).size() == 1);
    byte[] profile =
        house
            .bean(Renewals.class)
            .open(
                EnrollmentId.ofUdid(mac.udid()),
                Sha256.hex(former.der()),
                true,
                Duration.ofHours(1),
                Origin.of(Actor.server(), "test"))
            .reply()
            .profile();
    house.api().install(house.api().deviceByUdid(mac.udid()).get("id").asLong(), profile);
    mac.connect();
    await()
        .untilAsserted(() -> assertThat(house.api().story(mac.udid())).contains("IdentityRenewed"));
    assertThat(mac.identity().certificate()).isNotEqualTo(former.certificate());
    assertThat(mac.tokenUpdate().status()).isEqualTo(200);
    mac.use(former);
    assertThat(mac.tokenUpdate().status()).isEqualTo(400);
  }

  /** As an authority makes it that takes the subject that was asked for. */
  private static Identity identity(ScepPayload payload) {
    return OTHERS.device(payload.subject().get(0).value(), Instant.now());
  }

  private void refused(SimulatedDevice device, JsonNode made, int status, String words) {
    assertThatThrownBy(() -> device.insideSimulation().enroll(link(made)))
        .isInstanceOfSatisfying(
            NotTaken.class,
            no -> {
              assertThat(no.reply().status()).isEqualTo(status);
              assertThat(no).hasMessageContaining(words);
            });
    assertThat(device.isEnrolled()).isFalse();
  }

  private JsonNode configuration(String name, String issuer, Map<String, ?> secret) {
    Map<String, Object> rules = new HashMap<>(secret);
    rules.put("meta_business_unit", unit);
    return made(
        LIST,
        Map.of(
            "name",
            name,
            "push_certificate",
            pushCertificate(),
            "scep_issuer",
            issuer,
            "enrollment_secret",
            rules));
  }

  private JsonNode issuer(String name) {
    return made(
        "/api/mdm/scep_issuers/",
        Map.of(
            "name",
            name,
            "url",
            "https://scep.example.com/scep",
            "key_size",
            4096,
            "backend",
            "STATIC_CHALLENGE",
            "static_challenge_kwargs",
            Map.of("challenge", "known to all")));
  }

  private int pushCertificate() {
    return house.api().get("/api/mdm/push_certificates/").get("results").get(0).get("id").asInt();
  }

  private JsonNode made(String path, Map<String, ?> body) {
    return json(house.api().post(path, body), 201);
  }

  private static JsonNode json(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Api.json(answer.body());
  }

  private URI link(JsonNode made) {
    return house
        .url()
        .resolve("/public/mdm/enroll/" + made.get("enrollment_secret").get("secret").asText());
  }

  private static HttpResponse<String> fetch(String url) {
    try {
      return java.net.http.HttpClient.newHttpClient()
          .send(
              java.net.http.HttpRequest.newBuilder(URI.create(url)).build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
