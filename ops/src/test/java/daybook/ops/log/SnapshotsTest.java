// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import static daybook.ops.log.Homes.NOW;
import static daybook.ops.log.Homes.ORIGIN;
import static daybook.ops.log.Homes.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daybook.domain.StreamId;
import daybook.ops.log.store.StoredEvent;
import daybook.ops.sqlite.Sqlite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot is never more than a shorter way to the same state. */
class SnapshotsTest {
  private static final int MANY = 10_000;
  private static final int MOST_SINCE_A_SNAPSHOT = 200;

  @TempDir private Path folder;

  @Test
  void longHistoryCostsNoMoreThanAShortOneOnceThereIsASnapshot() throws Exception {
    Path home = folder.resolve("home");
    try (OpenLog open = Homes.in(home).open()) {
      append(open, STREAM, MANY);
      long before = Tally.EVOLVED.get();
      assertThat(total(open, STREAM)).startsWith(MANY + " ");
      assertThat(Tally.EVOLVED.get() - before).isGreaterThanOrEqualTo(MANY);
      await().until(() -> snapshots(home) == 1);
    }
    try (OpenLog open = Homes.in(home).open()) {
      long before = Tally.EVOLVED.get();
      assertThat(total(open, STREAM)).startsWith(MANY + " ");
      assertThat(Tally.EVOLVED.get() - before).isLessThanOrEqualTo(MOST_SINCE_A_SNAPSHOT);
      before = Tally.EVOLVED.get();
      assertThat(total(open, STREAM)).startsWith(MANY + " ");
      assertThat(Tally.EVOLVED.get()).as("the second time it is in memory").isEqualTo(before);
    }
  }

  @Test
  void snapshotAndCacheLeadToTheStateOfAFullReplay() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path home = folder.resolve("home");
    for (int reopened = 0; reopened < 4; reopened++) {
      String cached;
      try (OpenLog open = Homes.in(home).cachedAggregates(2).open()) {
        for (int i = 0; i < 120; i++) {
          StreamId stream = StreamId.of("task", "s" + random.nextInt(3));
          open.intents()
              .send(new Tally.Count(stream, NOW, 1 + random.nextInt(9), null), ORIGIN)
              .reply();
        }
        cached = totals(open);
      }
      Path copy = folder.resolve("copy-" + reopened);
      copyWithoutSnapshots(home, copy);
      try (OpenLog replayed = Homes.in(copy).open()) {
        assertThat(totals(replayed)).as("seed %d", seed).isEqualTo(cached);
      }
    }
    assertThat(snapshots(home)).as("some were taken").isPositive();
  }

  @Test
  void snapshotsOfAnotherLogAreThrownAway() throws Exception {
    Path home = folder.resolve("home");
    homeWithSnapshot(home);
    Path other = folder.resolve("other");
    try (OpenLog open = Homes.in(other).open()) {
      append(open, STREAM, 3);
    }
    Files.copy(home.resolve("cache.db"), replaced(other.resolve("cache.db")));
    try (OpenLog open = Homes.in(other).open()) {
      assertThat(total(open, STREAM)).isEqualTo("3 [1, 1, 1]");
    }
  }

  @Test
  void snapshotAheadOfARestoredLogDoesNotCount() throws Exception {
    Path home = folder.resolve("home");
    try (OpenLog open = Homes.in(home).open()) {
      append(open, STREAM, 3);
    }
    Path backup = folder.resolve("backup.db");
    Files.copy(home.resolve("log.db"), backup);
    homeWithSnapshot(home);
    Files.deleteIfExists(home.resolve("log.db-wal"));
    Files.copy(backup, replaced(home.resolve("log.db")));
    try (OpenLog open = Homes.in(home).open()) {
      assertThat(total(open, STREAM)).isEqualTo("3 [1, 1, 1]");
      append(open, STREAM, 400);
      open.store();
    }
    try (OpenLog open = Homes.in(home).open()) {
      assertThat(total(open, STREAM))
          .as("the log grew past the old snapshot with other events")
          .startsWith("403 ");
    }
  }

  @Test
  void snapshotFileThatCannotBeReadIsMadeAnew() throws Exception {
    Path home = folder.resolve("home");
    homeWithSnapshot(home);
    Files.deleteIfExists(home.resolve("cache.db-wal"));
    Files.write(
        home.resolve("cache.db"),
        "not a database at all".repeat(500).getBytes(StandardCharsets.UTF_8));
    try (OpenLog open = Homes.in(home).open()) {
      assertThat(total(open, STREAM)).startsWith("300 ");
    }
  }

  private void homeWithSnapshot(Path home) throws Exception {
    try (OpenLog open = Homes.in(home).open()) {
      long have = open.log().stream(STREAM, 0, 1_000).size();
      append(open, STREAM, (int) (300 - have));
      total(open, STREAM);
      await().until(() -> snapshots(home) == 1);
    }
  }

  private static void append(OpenLog open, StreamId stream, int events) throws Exception {
    long next = open.store().lastSequence(stream.value()).orElse(-1) + 1;
    List<StoredEvent> rows = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      rows.add(Homes.counted(stream, next + i, 1));
    }
    open.store().commits().append(rows);
  }

  private static String total(OpenLog open, StreamId stream) {
    return open.intents().send(new Tally.Total(stream, NOW), ORIGIN).reply();
  }

  private static String totals(OpenLog open) {
    StringBuilder totals = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      totals.append(total(open, StreamId.of("task", "s" + i))).append('\n');
    }
    return totals.toString();
  }

  private static int snapshots(Path home) throws SQLException {
    try (Connection cache = Sqlite.reader(home.resolve("cache.db"));
        Statement statement = cache.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM snapshot")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void copyWithoutSnapshots(Path home, Path copy) throws IOException {
    Files.createDirectories(copy);
    for (String file : List.of("log.db", "keys.db", "master.key")) {
      Files.copy(home.resolve(file), copy.resolve(file));
    }
  }

  private static Path replaced(Path file) throws IOException {
    Files.deleteIfExists(file);
    return file;
  }
}
