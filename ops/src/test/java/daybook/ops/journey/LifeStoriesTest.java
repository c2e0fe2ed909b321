// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.dd.plist.NSDictionary;
import daybook.ops.simulator.Answered;
import daybook.ops.simulator.Backup;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.SimulatedUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What devices live through beyond the usual; none of it makes a device unenroll by accident. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeStoriesTest {
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
  void anIphoneRestoredFromABackupOfThisEnrollmentGoesOnAndOneOfAFormerIsAnswered400() {
    SimulatedDevice phone = enrolled(SimulatedDevice.iPhone(41));
    Backup former = phone.backUp();
    phone.restore(former);
    assertThat(phone.tokenUpdate().status()).isEqualTo(200);
    assertThat(phone.report(idle(phone)).status()).isEqualTo(200);

    phone.leaveSilently();
    phone.enroll(house.link());
    Backup present = phone.backUp();
    phone.restore(former);
    assertThat(phone.report(idle(phone)).status()).isEqualTo(400);
    assertThat(phone.tokenUpdate().status()).isEqualTo(400);
    phone.restore(present);
    assertThat(phone.report(idle(phone)).status()).isEqualTo(200);
    assertThat(api.deviceByUdid(phone.udid()).get("serial_number").asText())
        .isEqualTo(phone.serialNumber());
  }

  @Test
  void ofTwoMachinesWithOneUdidTheOneThatEnrolledLastIsServedAndTheOtherIsAnswered400() {
    SimulatedDevice first = enrolled(SimulatedDevice.mac(43));
    SimulatedDevice second = SimulatedDevice.mac(43).insideSimulation().enroll(house.link());
    assertThat(second.udid()).isEqualTo(first.udid());

    assertThat(first.report(idle(first)).status()).isEqualTo(400);
    assertThat(second.report(idle(second)).status()).isEqualTo(200);
    await()
        .untilAsserted(
            () ->
                assertThat(Collections.frequency(api.story(second.udid()), "EnrollmentStarted"))
                    .isEqualTo(2));
    first.leaveSilently();
    first.enroll(house.link());
    assertThat(first.report(idle(first)).status()).isEqualTo(200);
    assertThat(second.report(idle(second)).status()).isEqualTo(400);
  }

  @Test
  void parallelConnectsGetTheSameCommandAndItIsAcknowledgedOnce() throws Exception {
    SimulatedDevice mac = enrolled(SimulatedDevice.mac(45));
    List<SimulatedDevice> selves = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      SimulatedDevice self = SimulatedDevice.mac(45).insideSimulation();
      self.restore(mac.backUp());
      selves.add(self);
    }
    String uuid = api.queue(number(mac), "ProfileList");

    List<String> answered = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(selves.size());
    try {
      List<Future<List<Answered>>> sessions = new ArrayList<>();
      selves.forEach(self -> sessions.add(threads.submit(self::connect)));
      for (Future<List<Answered>> session : sessions) {
        session.get().forEach(each -> answered.add(each.requestType()));
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(answered).isNotEmpty().containsOnly("ProfileList");
    await().untilAsserted(() -> assertThat(api.story(mac.udid())).contains("CommandAcknowledged"));
    List<String> of = new ArrayList<>();
    api.get("/api/mdm/audit/?limit=500&type=CommandAcknowledged&udid=" + mac.udid())
        .get("results")
        .forEach(entry -> of.add(entry.get("sentence").asText()));
    assertThat(of).filteredOn(sentence -> sentence.contains("ProfileList")).hasSize(1);
    assertThat(uuid).isNotEmpty();
    assertThat(mac.connect()).as("nothing is left over").isEmpty();
  }

  @Test
  void aUserWhoLogsInBeforeTheDevicesFirstTokenUpdateIsThereWhenTheDeviceHasEnrolled() {
    SimulatedDevice mac = enrolled(SimulatedDevice.mac(47));
    assertThat(mac.authenticate().status()).isEqualTo(200);
    SimulatedUser jane = mac.user("jane", "Jane Doe");
    assertThat(jane.enroll().status()).isEqualTo(200);
    assertThat(mac.tokenUpdate().status()).isEqualTo(200);

    await()
        .untilAsserted(
            () ->
                assertThat(api.story(mac.udid()))
                    .containsSubsequence(
                        "EnrollmentStarted",
                        "DeviceEnrolled",
                        "EnrollmentStarted",
                        "UserEnrolled",
                        "DeviceEnrolled"));
    assertThat(api.get("/api/mdm/devices/" + number(mac) + "/").get("users")).hasSize(1);
    assertThat(jane.connect()).isEmpty();
  }

  @Test
  void aReportThatACheckOutOvertookIsHeardAndTheDeviceStaysGone() {
    SimulatedDevice mac = enrolled(SimulatedDevice.mac(49));
    long number = number(mac);
    String uuid = api.queue(number, "ProfileList");
    assertThat(mac.report(idle(mac)).status()).isEqualTo(200);
    Backup before = mac.backUp();
    assertThat(mac.checkOut().status()).isEqualTo(200);

    mac.restore(before);
    NSDictionary late = idle(mac);
    late.put("Status", "Acknowledged");
    late.put("CommandUUID", uuid);
    assertThat(mac.report(late).status()).isEqualTo(200);
    await()
        .untilAsserted(
            () ->
                assertThat(api.story(mac.udid()))
                    .containsSubsequence("CommandDelivered", "DeviceUnenrolled"));
    assertThat(mac.report(idle(mac)).status()).isEqualTo(400);
    assertThat(api.get("/api/mdm/devices/" + number + "/").at("/life_cycle/condition").asText())
        .isEqualTo("unenrolled");
  }

  @Test
  void ofTwoThatShareASerialNumberABlockMeetsTheOneAloneAndKeepsOutWhoeverIsNewWithTheNumber() {
    SimulatedDevice one = enrolled(SimulatedDevice.mac(51));
    SimulatedDevice other = enrolled(SimulatedDevice.sharingSerialNumber(one, 53));
    assertThat(other.serialNumber()).isEqualTo(one.serialNumber());
    assertThat(other.udid()).isNotEqualTo(one.udid());

    String uuid = api.queue(number(one), "ProfileList");
    assertThat(other.connect()).as("the other's queue is its own").isEmpty();
    assertThat(one.connect()).extracting(Answered::requestType).containsExactly("ProfileList");
    assertThat(uuid).isNotEmpty();
    List<String> listed = new ArrayList<>();
    api.get("/api/mdm/devices/?serial_number=" + one.serialNumber())
        .forEach(device -> listed.add(device.get("udid").asText()));
    assertThat(listed).containsExactlyInAnyOrder(one.udid(), other.udid());
    assertThat(number(one)).isNotEqualTo(number(other));
    assertThat(subjects(one.serialNumber())).containsOnly(one.udid(), other.udid());

    assertThat(api.status("POST", "/api/mdm/devices/" + number(one) + "/block/")).isEqualTo(200);
    assertThat(one.report(idle(one)).status()).isEqualTo(401);
    assertThat(other.report(idle(other)).status()).isEqualTo(200);
    assertThat(api.deviceByUdid(other.udid()).get("blocked_at").isNull()).isTrue();
    other.leaveSilently();
    assertThat(other.enroll(house.link()).isEnrolled()).as("known by its own UDID").isTrue();

    SimulatedDevice third = SimulatedDevice.sharingSerialNumber(one, 55).insideSimulation();
    assertThatThrownBy(() -> third.enroll(house.link())).hasMessageContaining("401");
    assertThat(api.status("POST", "/api/mdm/devices/" + number(one) + "/unblock/")).isEqualTo(200);
    assertThat(third.enroll(house.link()).isEnrolled()).isTrue();
    assertThat(other.report(idle(other)).status()).isEqualTo(200);
  }

  private Set<String> subjects(String serialNumber) {
    Set<String> udids = new TreeSet<>();
    api.get("/api/mdm/audit/?limit=500&serial_number=" + serialNumber)
        .get("results")
        .forEach(entry -> udids.add(entry.at("/device/udid").asText()));
    return udids;
  }

  private SimulatedDevice enrolled(SimulatedDevice device) {
    device.insideSimulation().enroll(house.link());
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(api.story(device.udid())).contains("CommandQueued"));
    device.connect();
    return device;
  }

  private long number(SimulatedDevice device) {
    return api.deviceByUdid(device.udid()).get("id").asLong();
  }

  private static NSDictionary idle(SimulatedDevice device) {
    NSDictionary idle = new NSDictionary();
    idle.put("Status", "Idle");
    idle.put("UDID", device.udid());
    return idle;
  }
}
