// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.domain.Log;
import daybook.ops.postgres.PostgresServer;
import daybook.ops.simulator.SimulatedDevice;
import daybook.projections.Projector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line with log and keys in PostgreSQL. */
class PostgresTest {
  @TempDir private Path folder;

  @Test
  void aDeviceLivesOnThroughLostConnectionsARestartAndARebuild() throws Exception {
    String database = PostgresServer.newDatabase();
    Map<String, String> settings =
        new HashMap<>(Map.of("daybook.log_url", database, "daybook.keys_url", database));
    SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation();
    long before;
    try (House house = House.at(folder, settings)) {
      mac.enroll(house.link()).connect();
      PostgresServer.endConnections(database);
      await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> connected(mac));
      before = house.bean(Log.class).head();
      assertThat(before).isPositive();
      settings.put("server.port", Integer.toString(house.url().getPort()));
    }
    assertThat(folder.resolve("log.db")).doesNotExist();
    assertThat(folder.resolve("keys.db")).doesNotExist();

    try (House house = House.at(folder, settings)) {
      assertThat(house.bean(Log.class).head()).isGreaterThanOrEqualTo(before);
      mac.connect();
      Projector projector = house.bean(Projector.class);
      await().until(() -> projector.position("device") == house.bean(Log.class).head());
      String digest = projector.digest("device");
      projector.rebuild("device", progress -> {});
      assertThat(projector.digest("device")).isEqualTo(digest);
      JsonNode devices = house.api().get("/api/mdm/devices/");
      assertThat(devices).hasSize(1);
      assertThat(devices.get(0).get("serial_number").asText()).isEqualTo(mac.serialNumber());
    }
  }

  private static boolean connected(SimulatedDevice mac) {
    mac.connect();
    return true;
  }
}
