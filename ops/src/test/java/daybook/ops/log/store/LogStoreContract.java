// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import static daybook.ops.log.store.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log in whatever database: order, uniqueness, and what it refuses. */
abstract class LogStoreContract {
  @TempDir Path folder;
  LogStore log;

  /** Where the log of this test lies; the same each time. */
  abstract String url() throws SQLException;

  @BeforeEach
  void open() throws SQLException {
    log = LogStore.open(url(), folder.resolve("log.db"), GroupCommit.Limits.DEFAULT, size -> {});
  }

  @AfterEach
  void close() throws SQLException {
    log.close();
  }

  @Test
  void indexIsDenseWhateverIsRefusedInBetween() throws Exception {
    log.commits().append(List.of(row("task:a", 0), row("task:a", 1)));
    assertThatThrownBy(() -> log.commits().append(List.of(row("task:b", 0), row("task:a", 1))))
        .isInstanceOf(Conflict.class);
    log.commits().append(List.of(row("task:b", 0)));
    assertThat(log.after(0, 10)).extracting(StoredEvent::index).containsExactly(1L, 2L, 3L);
    assertThat(log.after(0, 10))
        .extracting(StoredEvent::stream)
        .containsExactly("task:a", "task:a", "task:b");
    close();
    open();
    log.commits().append(List.of(row("task:b", 1)));
    assertThat(log.head()).isEqualTo(4);
  }

  @Test
  void sequenceThatIsTakenIsAConflictAndNothingOfTheAppendIsStored() throws Exception {
    log.commits().append(List.of(row("task:a", 0)));
    assertThatThrownBy(() -> log.commits().append(List.of(row("task:c", 0), row("task:a", 0))))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("task:a already has the event 0");
    assertThat(log.stream("task:c", 0, 10)).isEmpty();
  }

  @Test
  void eventIdThatIsTakenIsAConflict() throws Exception {
    log.commits().append(List.of(row("same", "task:a", 0, 1)));
    assertThatThrownBy(() -> log.commits().append(List.of(row("same", "task:b", 0, 1))))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void holeInAStreamIsADefectAndHarmsNobodyElse() throws Exception {
    assertThatThrownBy(() -> log.commits().append(List.of(row("task:a", 1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no event before 1");
    log.commits().append(List.of(row("task:a", 0)));
    assertThat(log.commits().refusing()).isNull();
  }

  @Test
  void kindsOfStreamsNeverMeetEvenWithTheSameId() throws Exception {
    for (String kind : List.of("account", "certificate", "enrollment", "enrollment-session")) {
      log.commits().append(List.of(row(kind + ":same", 0)));
    }
    assertThat(log.head()).isEqualTo(4);
    assertThat(log.stream("enrollment:same", 0, 10)).hasSize(1);
    assertThat(log.lastSequence("enrollment:same")).hasValue(0);
    assertThat(log.lastSequence("enrollment:other")).isEmpty();
  }

  @Test
  void writersInParallelLoseNothingAndConflictsFailAlone() throws Exception {
    int writers = 16;
    int each = 40;
    AtomicInteger conflicts = new AtomicInteger();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int w = 0; w < writers; w++) {
      int writer = w;
      all.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < each; i++) {
                  appendOrCount(row("task:own-" + writer, i), conflicts);
                  appendOrCount(row("task:contended-" + i, 0), conflicts);
                }
              }));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();

    int stored = writers * each + each;
    assertThat(conflicts).hasValue(writers * each - each);
    assertThat(log.after(0, 10_000).stream().mapToLong(StoredEvent::index).toArray())
        .isEqualTo(LongStream.rangeClosed(1, stored).toArray());
  }

  @Test
  void whatOneGroupHoldsTwiceFailsOnceAndTheRestIsWritten() throws Exception {
    StoredEvent same = row("task:a", 0);
    List<CompletableFuture<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(CompletableFuture.supplyAsync(() -> isTaken(same)));
    }
    long taken = all.stream().map(CompletableFuture::join).filter(stored -> stored).count();
    assertThat(taken).isEqualTo(1);
    assertThat(log.head()).isEqualTo(1);
  }

  @Test
  void rowsComeBackAsTheyWereWrittenAndTheLogKeepsItsId() throws Exception {
    StoredEvent large = row("0192-large", "task:a", 0, 2 << 20);
    log.commits().append(List.of(large, row("task:a", 1)));
    String id = log.id();
    close();
    open();
    assertThat(log.id()).isEqualTo(id).matches("[0-9a-f]{32}");
    assertThat(log.headTime().toEpochMilli()).isEqualTo(large.time());
    StoredEvent read = log.at(1).orElseThrow();
    assertThat(read).usingRecursiveComparison().isEqualTo(large.at(1));
    assertThat(log.stream("task:a", 1, 5)).extracting(StoredEvent::index).containsExactly(2L);
    assertThat(log.after(1, 5)).extracting(StoredEvent::sequence).containsExactly(1L);
    assertThat(log.lastSequence("task:a")).hasValue(1);
  }

  private boolean isTaken(StoredEvent event) {
    try {
      log.commits().append(List.of(event));
      return true;
    } catch (Conflict e) {
      return false;
    }
  }

  private void appendOrCount(StoredEvent event, AtomicInteger conflicts) {
    try {
      log.commits().append(List.of(event));
    } catch (Conflict e) {
      conflicts.incrementAndGet();
    }
  }
}
