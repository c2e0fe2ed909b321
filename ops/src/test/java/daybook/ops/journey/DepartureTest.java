// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dd.plist.NSDictionary;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.fasterxml.jackson.databind.JsonNode;
import daybook.ops.simulator.Answered;
import daybook.ops.simulator.Backup;
import daybook.ops.simulator.Behaviour;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.profile.EnrollmentProfile;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Devices that an operator unenrolls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DepartureTest {
  private House house;
  private Api api;

  @BeforeAll
  void open(@TempDir Path folder) {
    house = House.at(folder);
    api = house.api();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void anUnenrolledDeviceIsWokenRemovesItsProfileIsRetiredAndToldToGoUnlessItEnrollsAnew() {
    SimulatedDevice mac = enrolled(21);
    long number = number(mac);
    api.queue(number, "SecurityInfo");
    Backup former = mac.backUp();
    EnrollmentProfile profile = mac.profile();

    HttpResponse<String> answer = unenroll(number);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(condition(Api.json(answer.body()))).isEqualTo("unenrolling");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(api.story(mac.udid()))
                    .containsSubsequence(
                        "RetirementRequested", "CommandCancelled", "CommandQueued"));
    assertThat(mac.connect()).extracting(Answered::requestType).containsExactly("RemoveProfile");
    assertThat(mac.isEnrolled()).isFalse();
    await().untilAsserted(() -> assertThat(condition(number)).isEqualTo("retired"));
    assertThat(api.story(mac.udid()))
        .containsSubsequence("CommandAcknowledged", "DeviceUnenrolled", "DeviceRetired");

    NSDictionary idle = new NSDictionary();
    idle.put("Status", "Idle");
    idle.put("UDID", mac.udid());
    mac.restore(former);
    assertThat(mac.report(idle).status()).isEqualTo(401);
    await()
        .untilAsserted(() -> assertThat(api.story(mac.udid())).contains("RetiredDeviceTurnedAway"));

    mac.enroll(house.link());
    assertThat(mac.profile().identifier()).isEqualTo(profile.identifier());
    await().untilAsserted(() -> assertThat(condition(number)).isEqualTo("enrolled"));
    assertThat(api.get("/api/mdm/devices/" + number + "/").at("/life_cycle/retired_at").isNull())
        .isTrue();
  }

  @Test
  void aDeviceThatIsBeingUnenrolledTakesNoOtherCommandAndIsNotUnenrolledTwice() {
    SimulatedDevice mac = enrolled(23);
    long number = number(mac);
    assertThat(unenroll(number).statusCode()).isEqualTo(200);

    HttpResponse<String> again = unenroll(number);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).isEqualTo("{\"detail\":\"Device already being unenrolled.\"}");
    HttpResponse<String> command =
        api.post(
            "/api/mdm/devices/" + number + "/send_custom_command/",
            Map.of("command", "<dict><key>RequestType</key><string>ProfileList</string></dict>"));
    assertThat(command.statusCode()).isEqualTo(400);

    mac.connect();
    HttpResponse<String> late = unenroll(number);
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body()).isEqualTo("{\"detail\":\"Device already unenrolled.\"}");
    assertThat(unenroll(99_999).statusCode()).isEqualTo(404);
  }

  @Test
  void aDeviceThatCanNotRemoveItsProfileStaysUnderManagement() {
    SimulatedDevice mac = enrolled(25);
    long number = number(mac);
    mac.on("RemoveProfile", Behaviour.error("MCProfileErrorDomain", 12));
    assertThat(unenroll(number).statusCode()).isEqualTo(200);
    mac.connect();

    assertThat(mac.isEnrolled()).isTrue();
    await()
        .untilAsserted(
            () ->
                assertThat(api.story(mac.udid()))
                    .containsSubsequence("CommandFailed", "RetirementFailed"));
    await().untilAsserted(() -> assertThat(condition(number)).isEqualTo("enrolled"));
    api.queue(number, "ProfileList");
    assertThat(mac.connect()).hasSize(1);
  }

  @Test
  void anArchivedDeviceIsOutOfTheListsUntilItIsHeardOfAgainAndNothingOfItIsLost() {
    SimulatedDevice mac = enrolled(27);
    long number = number(mac);
    String list = "/api/mdm/devices/?serial_number=" + mac.serialNumber();

    HttpResponse<String> answer = api.post("/api/mdm/devices/" + number + "/archive/", Map.of());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Api.json(answer.body()).at("/life_cycle/archived_at").isTextual()).isTrue();
    assertThat(api.get(list)).isEmpty();
    assertThat(api.get(list + "&archived=true")).hasSize(1);
    assertThat(api.get(list + "&archived=all")).hasSize(1);
    assertThat(api.get("/api/mdm/devices/" + number + "/").get("id").asLong()).isEqualTo(number);
    assertThat(api.story(mac.udid())).contains("EnrollmentStarted", "DeviceArchived");
    HttpResponse<String> again = api.post("/api/mdm/devices/" + number + "/archive/", Map.of());
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).isEqualTo("{\"detail\":\"Device already archived.\"}");

    assertThat(api.post("/api/mdm/devices/" + number + "/unarchive/", Map.of()).statusCode())
        .isEqualTo(200);
    assertThat(api.get(list)).hasSize(1);
    assertThat(api.post("/api/mdm/devices/" + number + "/archive/", Map.of()).statusCode())
        .isEqualTo(200);
    assertThat(api.get(list)).isEmpty();
    mac.connect();
    await().untilAsserted(() -> assertThat(api.get(list)).hasSize(1));
    assertThat(condition(number)).isEqualTo("enrolled");
  }

  @Test
  void aProfileRemovedOfflineIsPresumedByTheDeadTokenAndTakenBackWhenTheDeviceTellsATokenAgain() {
    SimulatedDevice mac = enrolled(29);
    long number = number(mac);
    house.apns().reject(mac.token(), RejectionReason.BAD_DEVICE_TOKEN);
    api.queue(number, "ProfileList");
    await().untilAsserted(() -> assertThat(api.story(mac.udid())).contains("PushRejected"));
    assertThat(api.story(mac.udid())).doesNotContain("RemovalPresumed");

    house.apns().reject(mac.token(), RejectionReason.UNREGISTERED);
    api.queue(number, "SecurityInfo");
    await().untilAsserted(() -> assertThat(api.story(mac.udid())).contains("RemovalPresumed"));
    String one = "/api/mdm/devices/" + number + "/";
    await()
        .untilAsserted(
            () ->
                assertThat(api.get(one).at("/life_cycle/removal_presumed_at").isTextual())
                    .isTrue());
    long pushes = pushes(mac);
    api.queue(number, "CertificateList");
    await().untilAsserted(() -> assertThat(api.story(mac.udid())).endsWith("CommandQueued"));
    assertThat(pushes(mac)).isEqualTo(pushes);

    house.apns().accept(mac.token());
    assertThat(mac.tokenUpdate().status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(pushes(mac)).isGreaterThan(pushes));
    await()
        .untilAsserted(
            () -> assertThat(api.get(one).at("/life_cycle/removal_presumed_at").isNull()).isTrue());
    assertThat(mac.connect()).hasSize(3);
  }

  private long pushes(SimulatedDevice device) {
    return house.apns().received().stream()
        .filter(push -> push.token().equals(device.token()))
        .count();
  }

  private SimulatedDevice enrolled(long seed) {
    SimulatedDevice mac = SimulatedDevice.mac(seed).insideSimulation().enroll(house.link());
    await().untilAsserted(() -> assertThat(api.story(mac.udid())).contains("CommandQueued"));
    mac.connect();
    return mac;
  }

  private HttpResponse<String> unenroll(long number) {
    return api.post("/api/mdm/devices/" + number + "/unenroll/", Map.of());
  }

  private long number(SimulatedDevice device) {
    return api.deviceByUdid(device.udid()).get("id").asLong();
  }

  private String condition(long number) {
    return condition(api.get("/api/mdm/devices/" + number + "/"));
  }

  private static String condition(JsonNode device) {
    return device.at("/life_cycle/condition").asText();
  }
}
