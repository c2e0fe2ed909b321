// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daybook.domain.Log;
import daybook.ops.simulator.SimulatedDevice;
import daybook.projections.Projector;
import daybook.projections.ViewStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views can be thrown away; a rebuild never acts. */
class RebuildTest {
  @TempDir Path folder;

  /** Where things lie, when it isn't in files. */
  Map<String, String> settings() {
    return Map.of();
  }

  @Test
  void withoutItsViewsAServerComesBackWithTheSameOnesAndDoesNothingTwice() throws IOException {
    Map<String, String> digests;
    long head;
    int pushes;
    SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation();
    try (House house = House.at(folder, settings())) {
      mac.enroll(house.link());
      SimulatedDevice.iPhone(2).insideSimulation().enroll(house.link()).connect();
      settle(house);
      mac.connect();
      settle(house);
      digests = digests(house);
      head = house.bean(Log.class).head();
      pushes = house.apns().received().size();
      assertThat(pushes).isPositive();
    }
    deleteViews();

    try (House house = House.at(folder, settings())) {
      settle(house);
      assertThat(digests(house)).isEqualTo(digests);
      // Time for policies to act, if they would.
      await()
          .during(Duration.ofSeconds(4))
          .atMost(Duration.ofSeconds(6))
          .untilAsserted(
              () -> {
                assertThat(house.apns().received()).isEmpty();
                assertThat(house.bean(Log.class).read(head, 10))
                    .noneMatch(entry -> entry.type().equals("CommandQueued"))
                    .noneMatch(entry -> entry.type().startsWith("Push"));
              });
    }
  }

  @Test
  void aViewIsBuiltAgainWhileTheServerAnswersFromTheOldOne() {
    try (House house = House.at(folder, settings())) {
      SimulatedDevice.mac(1).insideSimulation().enroll(house.link()).connect();
      // The first use of a token on a day is an event of its own.
      assertThat(house.api().get("/api/mdm/devices/")).hasSize(1);
      settle(house);
      Map<String, String> digests = digests(house);
      Projector projector = house.bean(Projector.class);
      for (ViewStatus view : projector.views()) {
        projector.rebuild(
            view.name(), progress -> assertThat(house.api().get("/api/mdm/devices/")).hasSize(1));
      }
      assertThat(digests(house)).isEqualTo(digests);
    }
  }

  static void settle(House house) {
    Projector projector = house.bean(Projector.class);
    Log log = house.bean(Log.class);
    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              long head = log.head();
              List<ViewStatus> views = projector.views();
              return views.stream().allMatch(view -> projector.position(view.name()) == head)
                  && openPushes(house) == 0;
            });
  }

  private static long openPushes(House house) {
    return house
        .bean(daybook.projections.push.PushToDo.class)
        .due(java.time.Instant.now().plusSeconds(5), 10)
        .size();
  }

  static Map<String, String> digests(House house) {
    Projector projector = house.bean(Projector.class);
    Map<String, String> digests = new TreeMap<>();
    projector.views().forEach(view -> digests.put(view.name(), projector.digest(view.name())));
    return digests;
  }

  void deleteViews() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("views"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }
}
