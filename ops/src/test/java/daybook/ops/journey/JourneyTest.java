// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.ops.simulator.Behaviour;
import daybook.ops.simulator.Model;
import daybook.ops.simulator.SimulatedDevice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The line, whole: devices enroll, take commands and leave, and their lives can be read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTest {
  private House house;
  private Api api;

  /** Where things lie, when it isn't in files. */
  Map<String, String> settings() {
    return Map.of();
  }

  @BeforeAll
  void open(@TempDir Path folder) {
    house = House.at(folder, settings());
    api = house.api();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void aDeviceEnrollsIsWokenTellsWhatItIsTakesCommandsAndLeaves(Model model) {
    SimulatedDevice device = SimulatedDevice.of(model, 100 + model.ordinal()).insideSimulation();
    device.enroll(house.link());
    String udid = device.udid();
    await().untilAsserted(() -> assertThat(api.get("/api/mdm/devices/?udid=" + udid)).hasSize(1));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(house.apns().received())
                    .anyMatch(push -> push.token().equals(device.token())));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(api.story(udid)).contains("CommandQueued"));
    assertThat(device.connect())
        .anyMatch(answered -> answered.requestType().equals("DeviceInformation"));

    JsonNode seen =
        await()
            .until(
                () -> api.deviceByUdid(udid),
                found -> found.get("name").asText("").equals(device.name()));
    assertThat(seen.get("serial_number").asText()).isEqualTo(device.serialNumber());
    assertThat(seen.get("os_version").asText()).startsWith(device.osVersion());
    assertThat(seen.get("model").asText()).isEqualTo(device.productName());

    long number = seen.get("id").asLong();
    device.on("DeviceLock", Behaviour.error("MCMDMErrorDomain", 12021));
    api.queue(number, "ProfileList");
    api.queue(number, "DeviceLock");
    assertThat(device.connect()).hasSize(2);
    await()
        .untilAsserted(
            () ->
                assertThat(api.story(udid))
                    .containsSubsequence(
                        "EnrollmentStarted",
                        "PushTokenChanged",
                        "DeviceEnrolled",
                        "PushRequested",
                        "CommandQueued",
                        "DeviceConnected",
                        "CommandDelivered",
                        "CommandAcknowledged",
                        "CommandQueued",
                        "CommandQueued",
                        "DeviceConnected",
                        "CommandDelivered",
                        "CommandAcknowledged",
                        "CommandDelivered",
                        "CommandFailed"));

    device.checkOut();
    await()
        .untilAsserted(
            () -> assertThat(api.deviceByUdid(udid).get("checkout_at").isNull()).isFalse());
    await().untilAsserted(() -> assertThat(api.story(udid)).endsWith("DeviceUnenrolled"));
  }

  @Test
  void aDeferredCommandIsOfferedAgainInTheNextSessionAndAnsweredOnce() {
    SimulatedDevice mac = SimulatedDevice.mac(7).insideSimulation().enroll(house.link());
    await().untilAsserted(() -> assertThat(api.story(mac.udid())).contains("CommandQueued"));
    mac.connect();
    long number =
        await().until(() -> api.deviceByUdid(mac.udid()), found -> true).get("id").asLong();

    mac.on("SecurityInfo", Behaviour.notNow().times(1));
    api.queue(number, "SecurityInfo");
    mac.connect();
    mac.connect();

    await()
        .untilAsserted(
            () ->
                assertThat(api.story(mac.udid()))
                    .containsSubsequence(
                        "CommandDeferred",
                        "DeviceConnected",
                        "CommandDelivered",
                        "CommandAcknowledged"));
  }

  @Test
  void aBlockedDeviceIsWokenOnceUnenrollsAndStaysOutUntilItIsUnblocked() {
    SimulatedDevice mac = SimulatedDevice.mac(13).insideSimulation().enroll(house.link());
    long number =
        await().until(() -> api.deviceByUdid(mac.udid()), found -> true).get("id").asLong();
    await().untilAsserted(() -> assertThat(api.story(mac.udid())).contains("CommandQueued"));
    mac.connect();

    assertThat(api.post("/api/mdm/devices/" + number + "/block/", Map.of()).statusCode())
        .isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(api.story(mac.udid()))
                    .containsSubsequence("DeviceBlocked", "PushRequested", "PushAccepted"));
    assertThat(mac.isEnrolled()).isTrue();
    assertThatThrownBy(mac::connect).hasMessageContaining("401");
    assertThat(mac.isEnrolled()).as("a 401 makes it go").isFalse();
    await()
        .untilAsserted(() -> assertThat(api.story(mac.udid())).contains("BlockedDeviceTurnedAway"));
    assertThat(api.deviceByUdid(mac.udid()).get("blocked_at").isNull()).isFalse();

    assertThatThrownBy(() -> mac.enroll(house.link())).hasMessageContaining("401");
    assertThat(mac.isEnrolled()).isFalse();
    assertThat(api.post("/api/mdm/devices/" + number + "/unblock/", Map.of()).statusCode())
        .isEqualTo(200);
    mac.enroll(house.link());
    assertThat(mac.isEnrolled()).isTrue();
    assertThat(api.deviceByUdid(mac.udid()).get("id").asLong()).isEqualTo(number);
  }

  @Test
  void aUsersChannelNeverTouchesTheDevices() {
    SimulatedDevice mac = SimulatedDevice.mac(9).insideSimulation().enroll(house.link());
    var user = mac.user("jane", "Jane Doe");
    user.enroll();
    user.connect();

    await()
        .untilAsserted(
            () -> assertThat(api.story(mac.udid())).contains("UserEnrolled", "DeviceConnected"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(house.apns().received())
                    .anyMatch(push -> push.token().equals(mac.token())));
    JsonNode detail =
        api.get("/api/mdm/devices/" + api.deviceByUdid(mac.udid()).get("id").asLong() + "/");
    assertThat(detail.get("users").get(0).get("short_name").asText()).isEqualTo("jane");
  }

  @Test
  void aDeviceThatComesBackEmptiesItsQueueAndStartsAgain() {
    SimulatedDevice mac = SimulatedDevice.mac(11).insideSimulation().enroll(house.link());
    long number =
        await().until(() -> api.deviceByUdid(mac.udid()), found -> true).get("id").asLong();
    api.queue(number, "RestartDevice");
    mac.leaveSilently();
    mac.enroll(house.link());

    assertThat(mac.connect()).noneMatch(answered -> answered.requestType().equals("RestartDevice"));
    assertThat(api.deviceByUdid(mac.udid()).get("id").asLong()).isEqualTo(number);
  }
}
