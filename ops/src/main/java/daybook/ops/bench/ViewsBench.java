// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import daybook.ops.log.OpenLog;
import daybook.projections.device.DeviceFold;
import daybook.projections.device.DeviceView;
import daybook.projections.opening.Opener;
import daybook.projections.projector.DocumentProjection;
import daybook.projections.projector.LogProjector;
import daybook.projections.store.Query;
import daybook.projections.store.ViewStores;
import daybook.projections.store.mongo.Mongo;
import daybook.projections.store.mongo.MongoUrl;
import daybook.projections.store.mongo.MongoViewStores;
import daybook.projections.store.sqlite.SqliteViewStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The device view in SQLite and, where {@code DAYBOOK_BENCH_MONGODB} gives the URL of a server
 * without a database, in MongoDB: folding it, looking up a device, and a page of 50. Rounds take
 * turns, so that the ratios hold though the figures vary.
 */
final class ViewsBench implements Bench.Benchmark {
  private static final int EVENTS = Integer.getInteger("bench.events", 50_000);
  private static final int ROUNDS = 5;
  private static final int WARM_UPS = 2;
  private static final int LOOK_UPS = 2_000;
  private static final int PAGES = 100;
  private static final int PAGE = 50;
  private static final String SETTING = "DAYBOOK_BENCH_MONGODB";

  /** What was measured of one engine, per second. */
  private record Rates(Samples folded, Samples found, Samples pages) {
    Rates() {
      this(new Samples(), new Samples(), new Samples());
    }
  }

  @Override
  public Report run() throws Exception {
    Path home = Files.createTempDirectory("daybook-bench");
    String server = System.getenv(SETTING);
    MongoUrl url =
        server == null
            ? null
            : new MongoUrl(SETTING, server + "/daybook_bench_" + ProcessHandle.current().pid());
    try (OpenLog open = OpenLog.at(home.resolve("home"))) {
      RebuildBench.fill(open, EVENTS);
      return measured(open, home.resolve("views"), url);
    } finally {
      if (url != null) {
        drop(url);
      }
      Directories.delete(home);
    }
  }

  private static void drop(MongoUrl url) {
    try (Mongo mongo = Mongo.open(url)) {
      mongo.database().drop();
    }
  }

  private static Report measured(OpenLog open, Path folder, MongoUrl url) throws Exception {
    Rates sqlite = new Rates();
    Rates mongo = new Rates();
    try (Engine files = new Engine(open, new SqliteViewStores(folder))) {
      if (url == null) {
        System.err.println(
            "MongoDB is not measured: "
                + SETTING
                + "=mongodb://HOST:PORT names a server on which a database may be made and dropped");
        rounds(open, Map.of(files, sqlite));
      } else {
        try (MongoViewStores stores = MongoViewStores.open(url, open.log());
            Engine database = new Engine(open, stores)) {
          Map<Engine, Rates> both = new LinkedHashMap<>();
          both.put(files, sqlite);
          both.put(database, mongo);
          rounds(open, both);
        }
      }
    }
    Report report = new Report("views").figure("events", (double) open.log().head(), "");
    tell(report, "SQLite", sqlite);
    if (url != null) {
      tell(report, "MongoDB", mongo);
      report
          .figure("folding: MongoDB / SQLite", ratio(mongo.folded(), sqlite.folded()), "")
          .figure("look-ups: MongoDB / SQLite", ratio(mongo.found(), sqlite.found()), "")
          .figure("pages: MongoDB / SQLite", ratio(mongo.pages(), sqlite.pages()), "");
    }
    return report;
  }

  private static void rounds(OpenLog open, Map<Engine, Rates> engines) {
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      for (Map.Entry<Engine, Rates> engine : engines.entrySet()) {
        double folded = open.log().head() / seconds(engine.getKey()::fold);
        double found = LOOK_UPS / seconds(engine.getKey()::lookUp);
        double pages = PAGES / seconds(engine.getKey()::turnPages);
        if (round >= 0) {
          engine.getValue().folded().add(folded);
          engine.getValue().found().add(found);
          engine.getValue().pages().add(pages);
        }
      }
    }
  }

  private static void tell(Report report, String engine, Rates rates) {
    report
        .figure(engine + ": folding", rates.folded().median(), "events/s")
        .figure(engine + ": looking up a device", rates.found().median(), "/s")
        .figure(engine + ": a page of 50, the last seen first", rates.pages().median(), "/s");
  }

  private static double ratio(Samples one, Samples other) {
    return one.median() / other.median();
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** The device view on one engine. */
  private static final class Engine implements AutoCloseable {
    private final DocumentProjection<DeviceView> devices;
    private final LogProjector projector;
    private final List<String> keys;
    private final Random random = new Random(1);

    Engine(OpenLog open, ViewStores stores) throws InterruptedException {
      Opener opener = new Opener(open.vault());
      devices = new DocumentProjection<>(new DeviceFold(), stores, open.log(), opener);
      projector = new LogProjector(open.log(), opener, stores, List.of(devices));
      BenchViews.build(projector);
      keys = devices.find(Query.all()).stream().map(d -> d.life().stream()).toList();
    }

    void fold() {
      projector.rebuild(BenchViews.DEVICE, progress -> {});
    }

    void lookUp() {
      for (int i = 0; i < LOOK_UPS; i++) {
        String key = keys.get(random.nextInt(keys.size()));
        if (devices.get(key).isEmpty()) {
          throw new IllegalStateException("not found: " + key);
        }
      }
    }

    void turnPages() {
      Query all = Query.all().orderBy(true, "last_seen_at", "number");
      for (int i = 0; i < PAGES; i++) {
        devices.find(all.page(PAGE, random.nextInt(Math.max(1, keys.size() - PAGE))));
      }
    }

    @Override
    public void close() {
      projector.close();
    }
  }
}
