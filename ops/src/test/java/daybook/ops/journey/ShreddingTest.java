// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.domain.Actor;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.enrollment.EnrollmentId;
import daybook.ops.keys.Shredder;
import daybook.ops.simulator.SimulatedDevice;
import daybook.projections.Projector;
import daybook.projections.ViewStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is shredded is gone from every file, and stays gone when views are built again. */
class ShreddingTest {
  private static final String LONG_NAME = "Wilhelmina Zyxwvut-Unusual";

  @TempDir Path folder;

  @Test
  void nothingOfAShreddedDeviceIsLeftInAnyFileAndARebuildBringsNothingBack() throws IOException {
    try (House house = House.at(folder)) {
      SimulatedDevice mac = SimulatedDevice.mac(21).insideSimulation().enroll(house.link());
      mac.user("zyxwvut", LONG_NAME).enroll();
      mac.connect();
      await().until(() -> userName(house, mac).equals(LONG_NAME));
      assertThat(filesThatHold(LONG_NAME)).isNotEmpty();

      house
          .bean(Shredder.class)
          .shred(EnrollmentId.ofUdid(mac.udid()), Origin.of(Actor.server(), "test"))
          .reply();

      await().until(() -> !userName(house, mac).equals(LONG_NAME));
      await().untilAsserted(() -> assertThat(filesThatHold(LONG_NAME)).isEmpty());
      await().untilAsserted(() -> assertThat(filesThatHold(mac.name())).isEmpty());
      assertThat(house.api().get("/api/mdm/audit/?limit=500").toString()).doesNotContain(LONG_NAME);

      Projector projector = house.bean(Projector.class);
      await()
          .until(
              () ->
                  projector.views().stream()
                      .allMatch(
                          view -> projector.position(view.name()) == house.bean(Log.class).head()));
      Map<String, String> live = digests(projector);
      for (ViewStatus view : projector.views()) {
        projector.rebuild(view.name(), progress -> {});
      }
      assertThat(digests(projector)).isEqualTo(live);
      assertThat(filesThatHold(LONG_NAME)).isEmpty();
    }
  }

  private static String userName(House house, SimulatedDevice mac) {
    JsonNode found = house.api().get("/api/mdm/devices/?limit=1&udid=" + mac.udid());
    JsonNode users = found.at("/results/0/users");
    return users.isEmpty() ? "" : users.get(0).get("long_name").asText("");
  }

  private static Map<String, String> digests(Projector projector) {
    Map<String, String> digests = new TreeMap<>();
    projector.views().forEach(view -> digests.put(view.name(), projector.digest(view.name())));
    return digests;
  }

  /** The files of the home that hold a text; what the simulated devices keep is theirs. */
  private List<Path> filesThatHold(String text) throws IOException {
    String wanted = latin(text.getBytes(StandardCharsets.UTF_8));
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(
              file -> Files.isRegularFile(file) && !file.startsWith(folder.resolve("simulation")))
          .filter(file -> latin(read(file)).contains(wanted))
          .toList();
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      return new byte[0]; // gone meanwhile: SQLite's files come and go
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
