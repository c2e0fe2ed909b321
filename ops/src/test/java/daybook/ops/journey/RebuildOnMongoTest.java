// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.ops.mongo.MongoServers;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.start.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Views in MongoDB can be thrown away, left, and come back to. */
class RebuildOnMongoTest extends RebuildTest {
  private final String url = MongoServers.newDatabase();

  @Override
  Map<String, String> settings() {
    return Map.of("daybook.views_url", url);
  }

  @Override
  void deleteViews() throws IOException {
    MongoServers.drop(url);
    super.deleteViews();
  }

  @Test
  void viewsMoveByTheSettingAloneAndLeaveNoFilesBehind() throws IOException {
    SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation();
    Map<String, String> digests;
    try (House house = House.at(folder)) {
      mac.enroll(house.link());
      settle(house);
      digests = digests(house);
      assertThat(views()).anyMatch(name -> name.startsWith("device-v"));
    }
    try (House house = House.at(folder, settings())) {
      settle(house);
      assertThat(digests(house)).isEqualTo(digests);
      assertThat(views()).isNotEmpty().allMatch(name -> name.startsWith("audit-v"));
    }
    try (House house = House.at(folder)) {
      settle(house);
      assertThat(digests(house)).isEqualTo(digests);
    }
  }

  @Test
  void aWrongOrUnreachableDatabaseStopsTheStartWithASentence() {
    assertThat(refused("mysql://db.example.org/daybook"))
        .startsWith("Daybook can't start: daybook.views_url is no URL of MongoDB");
    assertThat(refused("mongodb://me:hush@db.example.org/daybook?w=1"))
        .startsWith("Daybook can't start: daybook.views_url must not set w or journal")
        .doesNotContain("hush");
    assertThat(refused("mongodb://me:hush@127.0.0.1:1/daybook?serverSelectionTimeoutMS=300"))
        .contains("daybook.views_url: mongodb://127.0.0.1:1/daybook can't be used")
        .doesNotContain("hush");
  }

  private String refused(String wrong) {
    String[] sentence = new String[1];
    assertThatThrownBy(() -> House.at(folder, Map.of("daybook.views_url", wrong)).close())
        .satisfies(failure -> sentence[0] = StartFailure.sentence(failure));
    return sentence[0];
  }

  private Iterable<String> views() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("views"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
