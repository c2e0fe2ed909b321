// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.domain.LogEntry;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.push.PushEvent.PushAccepted;
import daybook.domain.push.PushEvent.PushRequested;
import daybook.ops.log.OpenLog;
import daybook.ops.postgres.PostgresServer;
import daybook.ops.simulator.SimulatedDevice;
import daybook.ops.simulator.apns.StandInApns;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of one of two nodes under load: the other goes on with all that is open. */
class NodeDeathTest {
  private static final int DEVICES = 6;
  private static final String MASTER_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  @TempDir private Path folder;
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> twice = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turns = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();
  private String database;
  private StandInApns apns;
  private Balancer balancer;
  private NodeProcess one;
  private NodeProcess other;

  @BeforeEach
  void start() throws Exception {
    database = PostgresServer.newDatabase();
    apns = StandInApns.start(folder.resolve("apns"), Clock.systemUTC());
    balancer = Balancer.start();
    one = node("one").begin();
    other = node("other").begin();
    String told = one.ready();
    assertThat(told).contains("node   " + one.name() + ", one of several");
    told = other.ready();
    assertThat(told).contains("node   " + other.name() + ", one of several");
    balancer.to(one.url(), other.url());
  }

  private NodeProcess node(String name) {
    Map<String, String> settings = new HashMap<>();
    settings.put("daybook.simulation", "true");
    settings.put("daybook.apns_host", apns.host());
    settings.put("daybook.apns_port", Integer.toString(apns.port()));
    settings.put("daybook.apns_trusted_ca", folder.resolve("apns/ca.pem").toString());
    settings.put("daybook.log_url", database);
    settings.put("daybook.keys_url", database);
    settings.put("daybook.several_nodes", "true");
    settings.put("daybook.public_url", balancer.url().toString());
    settings.put("daybook.push_delay", "0s");
    return new NodeProcess(
        folder.resolve(name), settings, Map.of("DAYBOOK_MASTER_KEY", MASTER_KEY));
  }

  @AfterEach
  void stop() throws Exception {
    one.kill();
    other.kill();
    balancer.close();
    apns.close();
  }

  @Test
  void theOtherGoesOnAndNothingIsLostOrDoneTwice() throws Exception {
    assertThat(List.of(one, other))
        .as("two first starts at once make one administrator")
        .filteredOn(node -> Files.exists(node.home().resolve("admin.json")))
        .hasSize(1);
    Path admins = Files.exists(one.home().resolve("admin.json")) ? one.home() : other.home();
    JsonNode admin = Api.json(Files.readString(admins.resolve("admin.json")));
    Api api = new Api(balancer.url(), admin.get("api_token").asText());
    addPushCertificate(api);
    ExecutorService threads = Executors.newFixedThreadPool(DEVICES);
    List<Future<?>> lives = new ArrayList<>();
    for (int seed = 0; seed < DEVICES; seed++) {
      SimulatedDevice device = SimulatedDevice.mac(seed).insideSimulation();
      URI link = URI.create(admin.get("enrollment_url").asText());
      lives.add(threads.submit(() -> live(device, api, link)));
    }
    await().atMost(Duration.ofSeconds(120)).until(() -> turns.get() > 10 * DEVICES);
    assertThat(failures).as("nobody hears of conflicts between the nodes").hasValue(0);

    NodeProcess holder = holders().containsValue(one.name()) ? one : other;
    NodeProcess heir = holder == one ? other : one;
    int pushes = apns.received().size();
    holder.kill();
    long killed = System.nanoTime();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> Set.copyOf(holders().values()).equals(Set.of(heir.name())));
    Duration moved = Duration.ofNanos(System.nanoTime() - killed);
    assertThat(moved).isLessThan(Duration.ofSeconds(10));
    await().atMost(Duration.ofSeconds(30)).until(() -> apns.received().size() > pushes + DEVICES);
    int before = turns.get();
    await().atMost(Duration.ofSeconds(60)).until(() -> turns.get() > before + 4 * DEVICES);

    holder.begin();
    holder.ready();
    balancer.to(one.url(), other.url());
    int together = turns.get();
    await().atMost(Duration.ofSeconds(60)).until(() -> turns.get() > together + 4 * DEVICES);
    over.set(true);
    for (Future<?> life : lives) {
      life.get(60, TimeUnit.SECONDS);
    }
    threads.shutdown();
    one.kill();
    other.kill();

    assertThat(twice).as("delivered again after their acknowledgement").isEmpty();
    judge();
  }

  private void addPushCertificate(Api api) {
    var answer =
        api.post(
            "/api/mdm/push_certificates/",
            Map.of(
                "name",
                "test",
                "certificate",
                apns.credentials().pushCertificate(),
                "private_key",
                apns.credentials().pushKey()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  /** Each turn a command is queued and its push waited for, for a moment. */
  private void live(SimulatedDevice device, Api api, URI link) {
    Semaphore pushed = new Semaphore(0);
    AtomicBoolean listening = new AtomicBoolean();
    Set<String> answered = ConcurrentHashMap.newKeySet();
    while (!over.get()) {
      try {
        if (!device.isEnrolled()) {
          device.enroll(link);
          device.connect();
        }
        if (!listening.getAndSet(true)) {
          String token = device.token();
          apns.onPush(each -> release(pushed, each.equals(token)));
        }
        long number = api.deviceByUdid(device.udid()).get("id").asLong();
        api.queue(number, "ProfileList");
        pushed.tryAcquire(500, TimeUnit.MILLISECONDS);
        pushed.drainPermits();
        for (var each : device.connect()) {
          String command = each.command().toLowerCase(Locale.ROOT);
          if (!answered.add(command)) {
            twice.add(command);
          }
          acknowledged.add(command);
        }
        turns.incrementAndGet();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (AssertionError | RuntimeException e) {
        failures.incrementAndGet();
        if (failures.get() == 1) {
          e.printStackTrace();
        }
      }
    }
  }

  private static void release(Semaphore pushed, boolean mine) {
    if (mine) {
      pushed.release();
    }
  }

  private Map<String, String> holders() throws Exception {
    Map<String, String> holders = new HashMap<>();
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name, node FROM lease WHERE expires > clock_timestamp()")) {
      while (rows.next()) {
        holders.put(rows.getString(1), rows.getString(2));
      }
    }
    return holders;
  }

  private void judge() {
    try (OpenLog log =
        OpenLog.in(folder.resolve("judge"))
            .logUrl(database)
            .keysUrl(database)
            .masterKey(MASTER_KEY)
            .open()) {
      Set<String> acknowledgedInLog = ConcurrentHashMap.newKeySet();
      Set<String> accepted = ConcurrentHashMap.newKeySet();
      int requested = 0;
      long index = 0;
      List<LogEntry> entries = log.log().read(index, 1_000);
      while (!entries.isEmpty()) {
        for (LogEntry entry : entries) {
          assertThat(entry.index()).isEqualTo(++index);
          if (entry.event() instanceof CommandAcknowledged it) {
            assertThat(acknowledgedInLog.add(it.command().value().toLowerCase(Locale.ROOT)))
                .as("acknowledged once")
                .isTrue();
          } else if (entry.event() instanceof PushAccepted it) {
            assertThat(accepted.add(it.apnsId())).isTrue();
          } else if (entry.event() instanceof PushRequested) {
            requested++;
          }
        }
        entries = log.log().read(index, 1_000);
      }
      assertThat(acknowledgedInLog).containsAll(acknowledged);
      assertThat(accepted).hasSizeGreaterThan(2 * DEVICES);
      assertThat(apns.received().size())
          .as("of %d requests, those under way at the kill may be sent again", requested)
          .isLessThanOrEqualTo(requested + DEVICES);
    }
  }
}
