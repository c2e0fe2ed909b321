// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import daybook.domain.Log;
import daybook.ops.simulator.SimulatedDevice;
import daybook.projections.Projector;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While MongoDB is away, devices under management are served, and who needs a view is told. */
class MongoAwayTest {
  @TempDir Path folder;

  @Test
  void devicesAreServedAndTheViewsCatchUpWhenItIsBack() {
    MongoBackend data = lasting(new MemoryBackend());
    MongoServer mongo = new MongoServer(data);
    InetSocketAddress address = mongo.bind();
    String url =
        "mongodb://127.0.0.1:" + address.getPort() + "/daybook?serverSelectionTimeoutMS=500";
    try (House house = House.at(folder, Map.of("daybook.views_url", url))) {
      SimulatedDevice mac = SimulatedDevice.mac(1).insideSimulation().enroll(house.link());
      await().until(() -> house.api().get("/api/mdm/devices/").size() == 1);
      Api api = house.api();
      mongo.shutdownNow();

      mac.connect();
      // One who enrolls is looked up by its serial number, for it may be blocked.
      SimulatedDevice phone = SimulatedDevice.iPhone(2).insideSimulation();
      assertThatThrownBy(() -> phone.enroll(house.link())).hasMessageContaining("503");
      assertThat(api.status("GET", "/api/mdm/devices/")).isEqualTo(503);

      MongoServer again = new MongoServer(data);
      again.bind(address);
      try {
        Projector projector = house.bean(Projector.class);
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> projector.position("device") == house.bean(Log.class).head());
        phone.enroll(house.link());
        await().until(() -> api.get("/api/mdm/devices/").size() == 2);
        await().until(() -> projector.position("device") == house.bean(Log.class).head());
        String digest = projector.digest("device");
        projector.rebuild("device", progress -> {});
        assertThat(projector.digest("device")).isEqualTo(digest);
      } finally {
        again.shutdownNow();
      }
    }
  }

  /** What is in it outlives its server. */
  private static MongoBackend lasting(MongoBackend backend) {
    return (MongoBackend)
        Proxy.newProxyInstance(
            MongoBackend.class.getClassLoader(),
            new Class<?>[] {MongoBackend.class},
            (proxy, method, arguments) -> {
              try {
                return method.getName().equals("close") ? null : method.invoke(backend, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
