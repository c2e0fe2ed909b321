// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dd.plist.NSDictionary;
import com.dd.plist.PropertyListParser;
import com.fasterxml.jackson.databind.JsonNode;
import daybook.ops.simulator.Behaviour;
import daybook.ops.simulator.SimulatedDevice;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Commands of all kinds, from an operator's order to the device's answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {
  private static final String COMMANDS = "/api/mdm/devices/commands/";

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
  void anOrderIsListedDeliveredAnsweredAndItsResultReadBack() throws Exception {
    SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation().enroll(house.link());
    mac.connect();
    long number = number(mac);

    String uuid = order(number, Map.of("request_type", "ProfileList"));

    JsonNode queued = house.api().get(COMMANDS + uuid + "/");
    assertThat(queued.get("name").asText()).isEqualTo("ProfileList");
    assertThat(queued.get("enrolled_device").asLong()).isEqualTo(number);
    assertThat(queued.get("time").isNull()).isTrue();
    assertThat(mac.connect()).extracting(it -> it.requestType()).contains("ProfileList");
    JsonNode ended = ended(uuid);
    assertThat(ended.get("status").asText()).isEqualTo("Acknowledged");
    assertThat(ended.get("time").isNull()).isFalse();
    byte[] report = Base64.getDecoder().decode(ended.get("result").asText());
    NSDictionary told = (NSDictionary) PropertyListParser.parse(report);
    assertThat(told.get("CommandUUID").toString()).isEqualToIgnoringCase(uuid);
    JsonNode list = house.api().get(COMMANDS + "?name=ProfileList&enrolled_device=" + number);
    assertThat(list.get("count").asInt()).isEqualTo(1);
    assertThat(list.get("results").get(0).get("result").isNull())
        .as("results stand in the detail alone")
        .isTrue();
  }

  @Test
  void anErrorIsToldWithItsChainAndASecretReportStaysClosed() {
    SimulatedDevice mac =
        SimulatedDevice.mac(2)
            .insideSimulation()
            .on("SecurityInfo", Behaviour.error("MCMDMErrorDomain", 12021));
    mac.enroll(house.link()).connect();

    String uuid = order(number(mac), Map.of("request_type", "SecurityInfo"));
    mac.connect();

    JsonNode ended = ended(uuid);
    assertThat(ended.get("status").asText()).isEqualTo("Error");
    assertThat(ended.get("error_chain").get(0).get("ErrorCode").isNumber()).isTrue();
    assertThat(ended.get("result").isNull()).isTrue();
  }

  @Test
  void whatNobodyHasGotIsTakenBackAndWhatWentOutIsNot() {
    SimulatedDevice mac = SimulatedDevice.mac(3).insideSimulation().enroll(house.link());
    mac.connect();
    long number = number(mac);
    String first = order(number, Map.of("request_type", "ProfileList"));
    String second = order(number, Map.of("request_type", "CertificateList"));

    assertThat(house.api().delete(COMMANDS + second + "/").statusCode()).isEqualTo(204);

    assertThat(house.api().delete(COMMANDS + second + "/").statusCode()).isEqualTo(404);
    assertThat(house.api().status("GET", COMMANDS + second + "/")).isEqualTo(404);
    assertThat(mac.connect()).extracting(it -> it.requestType()).containsOnlyOnce("ProfileList");
    HttpResponse<String> late = house.api().delete(COMMANDS + first + "/");
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body())
        .isEqualTo("[\"This command has already been sent to the device and cannot be deleted\"]");
    assertThat(house.api().story(mac.udid())).contains("CommandCancelled");
  }

  @Test
  void aDeviceIsToldApartByWhatItIs() {
    SimulatedDevice phone = SimulatedDevice.iPhone(4).insideSimulation().enroll(house.link());
    phone.connect();
    String path = "/api/mdm/devices/" + number(phone) + "/";

    HttpResponse<String> refused =
        house
            .api()
            .post(
                path + "commands/",
                Map.of(
                    "request_type", "VerifyRecoveryLock", "parameters", Map.of("Password", "x")));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).isEqualTo("{\"detail\":\"No iOS takes VerifyRecoveryLock.\"}");
    assertThat(house.api().post(path + "lock/", Map.of("message", "Hello")).statusCode())
        .isEqualTo(201);
    assertThat(phone.connect()).extracting(it -> it.requestType()).contains("DeviceLock");
  }

  @Test
  void ordersWaitForTheirTimeAndTheUrgentGoFirst() {
    SimulatedDevice mac = SimulatedDevice.mac(5).insideSimulation().enroll(house.link());
    mac.connect();
    long number = number(mac);
    order(number, Map.of("request_type", "ProfileList"));
    order(number, Map.of("request_type", "CertificateList", "priority", 10));
    order(number, Map.of("request_type", "UserList", "not_before", "2100-01-01T00:00:00"));

    List<String> got = mac.connect().stream().map(it -> it.requestType()).toList();

    assertThat(got)
        .containsSubsequence("CertificateList", "ProfileList")
        .doesNotContain("UserList");
  }

  /** The command once the device's word on it is in the view. */
  private JsonNode ended(String uuid) {
    return await()
        .until(
            () -> house.api().get(COMMANDS + uuid + "/"),
            command -> !command.get("status").isNull());
  }

  private String order(long number, Map<String, Object> body) {
    HttpResponse<String> answer =
        house.api().post("/api/mdm/devices/" + number + "/commands/", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body()).get("uuid").asText();
  }

  private long number(SimulatedDevice device) {
    String path = "/api/mdm/devices/?udid=" + device.udid();
    return await()
        .until(() -> house.api().get(path), found -> found.size() == 1)
        .get(0)
        .get("id")
        .asLong();
  }
}
