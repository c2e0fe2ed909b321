// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dd.plist.NSDictionary;
import com.fasterxml.jackson.databind.JsonNode;
import daybook.domain.Log;
import daybook.ops.backup.BackupFiles;
import daybook.ops.backup.Restore;
import daybook.ops.postgres.PostgresServer;
import daybook.ops.simulator.Answered;
import daybook.ops.simulator.SimulatedDevice;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** A server is backed up under load, lost, and goes on in another place. */
class QuarantineTest {
  @TempDir private Path folder;
  private final SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation();
  private final SimulatedDevice busy = SimulatedDevice.mac(2).insideSimulation();
  private final SimulatedDevice phone = SimulatedDevice.iPhone(3).insideSimulation();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private Path place;
  private Map<String, String> settings;
  private String lock;

  @ParameterizedTest(name = "in PostgreSQL: {0}")
  @ValueSource(booleans = {false, true})
  void aRestoredServerHoldsWhatWasQueuedBeforeUntilAnOperatorLetsItGo(boolean inPostgres)
      throws Exception {
    place = folder.resolve("backup");
    settings = new HashMap<>(database(inPostgres));
    settings.put("daybook.policies", "false");
    long events = liveAndLoseTheServer();

    settings.putAll(database(inPostgres));
    Path home = restore();
    try (House house = at(home)) {
      JsonNode audit = house.api().get("/api/mdm/audit/?type=LogRestored").get("results").get(0);
      assertThat(audit.get("index").asLong()).isEqualTo(events + 1);
      assertThat(audit.get("sentence").asText())
          .contains("restored up to event " + events + " from a backup");
      assertThat(types(mac.connect())).contains("DeviceInformation").doesNotContain("DeviceLock");
      JsonNode standing = house.api().get("/api/mdm/quarantine/");
      assertThat(standing.get("state").asText()).isEqualTo("standing");
      assertThat(standing.get("restore_point").asLong()).isEqualTo(events);
      assertThat(standing.get("held_commands").asInt()).isEqualTo(1);
    }
    FileSystemUtils.deleteRecursively(home.resolve("views"));

    try (House house = at(home)) {
      Api api = house.api();
      long number = api.deviceByUdid(mac.udid()).get("id").asLong();
      JsonNode held = api.get("/api/mdm/quarantine/commands/").get("results");
      assertThat(held).hasSize(1);
      assertThat(held.get(0).get("uuid").asText()).isEqualToIgnoringCase(lock);
      assertThat(held.get(0).get("enrolled_device").asLong()).isEqualTo(number);
      api.queue(number, "ShutDownDevice");
      assertThat(types(mac.connect())).containsExactly("ShutDownDevice");

      HttpResponse<String> wrong =
          api.post("/api/mdm/quarantine/lift/", Map.of("confirm_count", 7));
      assertThat(wrong.statusCode()).isEqualTo(400);
      assertThat(wrong.body()).contains("1 commands are held");
      assertThat(types(mac.connect())).isEmpty();
      HttpResponse<String> lifted =
          api.post("/api/mdm/quarantine/lift/", Map.of("confirm_count", 1));
      assertThat(lifted.statusCode()).isEqualTo(200);
      assertThat(lifted.body()).contains("\"lifted\"");
      await()
          .untilAsserted(
              () -> {
                List<String> story = api.story(mac.udid());
                assertThat(story.lastIndexOf("PushRequested"))
                    .isGreaterThan(story.lastIndexOf("DeviceConnected"));
              });
      assertThat(types(mac.connect())).containsExactly("DeviceLock");
      JsonNode entry = api.get("/api/mdm/audit/?type=QuarantineLifted").get("results").get(0);
      assertThat(entry.get("sentence").asText()).contains("admin").contains("lifted");
      assertThat(api.post("/api/mdm/quarantine/lift/", Map.of("confirm_count", 0)).statusCode())
          .isEqualTo(400);
      assertThat(house.ask("quarantine", Map.of()).get("result").get("quarantine").asText())
          .isEqualTo("lifted");
    }
  }

  @Test
  void aDeviceThatEnrolledAfterTheBackupIsTurnedAwayWith400UntilItIsAdopted() throws Exception {
    place = folder.resolve("backup");
    settings = new HashMap<>(Map.of("daybook.policies", "false"));
    liveAndLoseTheServer();
    Path home = restore();
    try (House house = at(home)) {
      Api api = house.api();
      for (SimulatedDevice stray : List.of(phone, busy)) {
        assertThat(stray.report(idle(stray)).status()).isEqualTo(400);
        assertThat(stray.tokenUpdate().status()).isEqualTo(400);
        assertThat(stray.authenticate().status()).isEqualTo(400);
        assertThat(stray.isEnrolled()).isTrue();
      }
      assertThat(mac.report(idle(mac)).status()).isEqualTo(200);
      JsonNode strays = api.get("/api/mdm/strays/");
      assertThat(strays.get("count").asInt()).isEqualTo(2);
      JsonNode known = stray(api, busy);
      assertThat(known.get("enrolled_device").asLong())
          .isEqualTo(api.deviceByUdid(busy.udid()).get("id").asLong());
      JsonNode unknown = stray(api, phone);
      assertThat(unknown.get("enrolled_device").isNull()).isTrue();
      assertThat(unknown.get("times_seen").asInt()).isEqualTo(1);
      assertThat(unknown.get("subject").asText()).startsWith("CN=");
      assertThat(adopt(api, "00")).isEqualTo(404);
      assertThat(adopt(api, unknown.get("certificate").asText())).isEqualTo(200);
      assertThat(adopt(api, unknown.get("certificate").asText())).isEqualTo(200);
      assertThat(stray(api, phone).get("adopted_at").isNull()).isFalse();
      assertThat(busy.report(idle(busy)).status()).as("the other one").isEqualTo(400);
    }
    FileSystemUtils.deleteRecursively(home.resolve("views"));

    try (House house = at(home)) {
      Api api = house.api();
      assertThat(phone.connect()).isEmpty();
      long number = api.deviceByUdid(phone.udid()).get("id").asLong();
      String command = api.queue(number, "DeviceInformation");
      assertThat(phone.connect())
          .singleElement()
          .satisfies(it -> assertThat(it.command()).isEqualToIgnoringCase(command));
      await()
          .untilAsserted(
              () ->
                  assertThat(api.deviceByUdid(phone.udid()).get("serial_number").asText())
                      .isEqualTo(phone.serialNumber()));
      assertThat(phone.tokenUpdate().status()).isEqualTo(200);
      api.queue(number, "ProfileList");
      assertThat(types(phone.connect())).containsExactly("ProfileList");
      assertThat(api.story(phone.udid())).contains("EnrollmentAdopted");

      assertThat(adopt(api, stray(api, busy).get("certificate").asText())).isEqualTo(200);
      assertThat(busy.tokenUpdate().status()).isEqualTo(200);
      assertThat(busy.connect()).isEmpty();
      assertThat(house.ask("strays", Map.of()).get("result")).hasSize(2);
    }
  }

  private static int adopt(Api api, String certificate) {
    return api.post("/api/mdm/strays/" + certificate + "/adopt/", Map.of()).statusCode();
  }

  private static JsonNode stray(Api api, SimulatedDevice device) {
    for (JsonNode stray : api.get("/api/mdm/strays/").get("results")) {
      if (stray.get("udid").asText().equalsIgnoreCase(device.udid())) {
        return stray;
      }
    }
    throw new AssertionError("no stray says to be " + device.udid());
  }

  private static NSDictionary idle(SimulatedDevice device) {
    NSDictionary idle = new NSDictionary();
    idle.put("Status", "Idle");
    idle.put("UDID", device.udid());
    return idle;
  }

  /** Returns how many events its backup has. */
  private long liveAndLoseTheServer() throws Exception {
    try (House house = at(folder.resolve("home"))) {
      settings.put("server.port", Integer.toString(house.url().getPort()));
      mac.enroll(house.link()).connect();
      long number = house.api().deviceByUdid(mac.udid()).get("id").asLong();
      lock = house.api().queue(number, "DeviceLock");
      house.api().queue(number, "DeviceInformation");
      busy.enroll(house.link());
      long busyNumber = house.api().deviceByUdid(busy.udid()).get("id").asLong();
      AtomicBoolean going = new AtomicBoolean(true);
      Thread load = new Thread(() -> talk(house, busyNumber, going));
      load.start();
      JsonNode made =
          house.ask(
              "backup",
              Map.of(
                  "log", place.resolve("log.db").toString(),
                  "keys", place.resolve("keys.db").toString()));
      going.set(false);
      load.join();
      assertThat(failure.get()).isNull();
      phone.enroll(house.link());
      busy.leaveSilently();
      busy.enroll(house.link());
      assertThat(made.path("result").path("master_key").asText()).endsWith("master.key");
      assertThat(types(mac.connect())).contains("DeviceLock", "DeviceInformation");
      long events = made.path("result").path("events").asLong();
      assertThat(house.bean(Log.class).head()).isGreaterThan(events);
      return events;
    }
  }

  private void talk(House house, long number, AtomicBoolean going) {
    try {
      while (going.get()) {
        house.api().queue(number, "ProfileList");
        busy.connect();
      }
    } catch (RuntimeException | AssertionError e) {
      failure.set(e);
    }
  }

  private Path restore() throws IOException {
    Path former = folder.resolve("home");
    Path home = Files.createDirectories(folder.resolve("restored"));
    Files.copy(former.resolve("master.key"), home.resolve("master.key"));
    Files.copy(former.resolve("admin.json"), home.resolve("admin.json"));
    FileSystemUtils.copyRecursively(former.resolve("simulation"), home.resolve("simulation"));
    new Restore(
            BackupFiles.in(place),
            new Restore.Target(
                home,
                settings.getOrDefault("daybook.log_url", ""),
                settings.getOrDefault("daybook.keys_url", ""),
                null))
        .run((step, index, head) -> {});
    return home;
  }

  private House at(Path home) {
    return House.at(home, settings);
  }

  private static Map<String, String> database(boolean inPostgres) throws Exception {
    if (!inPostgres) {
      return Map.of();
    }
    String url = PostgresServer.newDatabase();
    return Map.of("daybook.log_url", url, "daybook.keys_url", url);
  }

  private static List<String> types(List<Answered> answered) {
    return answered.stream().map(Answered::requestType).toList();
  }
}
