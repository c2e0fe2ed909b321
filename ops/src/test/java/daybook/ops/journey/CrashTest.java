// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.domain.Log;
import daybook.domain.LogEntry;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.ops.Daybook;
import daybook.ops.simulator.SimulatedDevice;
import daybook.projections.Projector;
import daybook.projections.ViewStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 under load: what was answered 200 is in the log, and live views equal a rebuild. */
class CrashTest {
  private static final int ROUNDS = 3;
  private static final int DEVICES = 6;

  @TempDir Path folder;
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  @Test
  void nothingThatWasAnsweredIsLost() throws Exception {
    List<SimulatedDevice> devices = new ArrayList<>();
    for (int seed = 0; seed < DEVICES; seed++) {
      devices.add(SimulatedDevice.mac(seed).insideSimulation());
    }
    int port = freePort();
    for (int round = 0; round < ROUNDS; round++) {
      Process server = start(port);
      try {
        load(devices, port, server, round);
      } finally {
        server.destroyForcibly().waitFor();
      }
    }
    assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * DEVICES);

    try (House house =
        House.at(
            folder, Map.of("server.port", Integer.toString(port), "daybook.policies", "false"))) {
      assertThat(acknowledgedInLog(house.bean(Log.class))).containsAll(acknowledged);
      Projector projector = house.bean(Projector.class);
      Log log = house.bean(Log.class);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  projector.views().stream()
                      .allMatch(view -> projector.position(view.name()) >= log.head()));
      Map<String, String> live = digests(projector);
      for (ViewStatus view : projector.views()) {
        projector.rebuild(view.name(), progress -> {});
      }
      assertThat(digests(projector)).isEqualTo(live);
    }
  }

  /** Devices answer commands until the server is killed in the middle of it. */
  private void load(List<SimulatedDevice> devices, int port, Process server, int round)
      throws Exception {
    JsonNode admin = Api.json(Files.readString(folder.resolve("admin.json")));
    Api api = new Api(URI.create("http://127.0.0.1:" + port), admin.get("api_token").asText());
    URI link = URI.create(admin.get("enrollment_url").asText());
    AtomicBoolean dead = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(DEVICES);
    List<Future<?>> talks = new ArrayList<>();
    try {
      for (SimulatedDevice device : devices) {
        talks.add(threads.submit(() -> talk(device, api, link, dead)));
      }
      await().atMost(Duration.ofSeconds(90)).until(() -> acknowledged.size() > (round + 1) * 40);
      server.destroyForcibly().waitFor();
      dead.set(true);
      for (Future<?> talk : talks) {
        talk.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void talk(SimulatedDevice device, Api api, URI link, AtomicBoolean dead) {
    while (!dead.get()) {
      try {
        if (!device.isEnrolled()) {
          device.enroll(link);
          await().until(() -> api.get("/api/mdm/devices/?udid=" + device.udid()).size() == 1);
        }
        long number = api.deviceByUdid(device.udid()).get("id").asLong();
        Set<String> queued = new HashSet<>();
        queued.add(api.queue(number, "ProfileList"));
        queued.add(api.queue(number, "SecurityInfo"));
        device
            .connect()
            .forEach(
                answered ->
                    queued.stream()
                        .filter(answered.command()::equalsIgnoreCase)
                        .forEach(acknowledged::add));
      } catch (AssertionError | RuntimeException e) {
        if (!dead.get()) {
          // The kill has come in the middle of a message; the loop ends once it is told.
          await().atMost(Duration.ofSeconds(10)).untilTrue(dead);
        }
      }
    }
  }

  private Process start(int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Daybook.class.getName(),
                "--simulate",
                "0")
            .redirectErrorStream(true);
    builder.environment().put("DAYBOOK_HOME", folder.toString());
    builder.environment().put("DAYBOOK_PORT", Integer.toString(port));
    Process process = builder.start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder told = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      told.append(line).append('\n');
      if (line.startsWith("Daybook is ready on ")) {
        Thread drain = new Thread(() -> out.lines().forEach(rest -> {}), "crash-test-output");
        drain.setDaemon(true);
        drain.start();
        return process;
      }
    }
    throw new AssertionError("the server did not start:\n" + told);
  }

  private static Set<String> acknowledgedInLog(Log log) {
    Set<String> found = new HashSet<>();
    long index = 0;
    List<LogEntry> entries = log.read(index, 1_000);
    while (!entries.isEmpty()) {
      for (LogEntry entry : entries) {
        if (entry.event() instanceof CommandAcknowledged event) {
          found.add(event.command().value());
        }
        index = entry.index();
      }
      entries = log.read(index, 1_000);
    }
    return found;
  }

  private static Map<String, String> digests(Projector projector) {
    Map<String, String> digests = new TreeMap<>();
    projector.views().forEach(view -> digests.put(view.name(), projector.digest(view.name())));
    return digests;
  }

  private static int freePort() throws IOException {
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
