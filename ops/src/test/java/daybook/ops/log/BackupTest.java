// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.Sealed;
import daybook.domain.StreamId;
import daybook.domain.Subject;
import daybook.domain.restore.RestoreEvent.LogRestored;
import daybook.ops.backup.Backup;
import daybook.ops.backup.BackupFiles;
import daybook.ops.backup.BackupRefused;
import daybook.ops.backup.Restore;
import daybook.ops.backup.Restore.Restored;
import daybook.ops.backup.Restore.Target;
import daybook.ops.log.store.MerkleLeaf;
import daybook.ops.log.store.StoredEvent;
import daybook.ops.postgres.PostgresServer;
import daybook.ops.sqlite.Sqlite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log and keys are backed up while others write, judged, and restored. */
class BackupTest {
  @TempDir private Path folder;
  private final List<String> steps = new ArrayList<>();
  private Path home;
  private Path other;
  private Path place;

  @BeforeEach
  void folders() {
    home = folder.resolve("home");
    other = folder.resolve("other");
    place = folder.resolve("backup");
  }

  @Test
  void whatIsBackedUpWhileOthersWriteIsRestoredWithOrderIdsLeavesAndKeys() throws Exception {
    Sealed sealed;
    List<String> leaves;
    Backup.Made made;
    try (OpenLog open = Homes.in(home).open()) {
      count(open, 500);
      sealed = sealed(open, "hidden");
      AtomicBoolean going = new AtomicBoolean(true);
      Thread writer = new Thread(() -> countWhile(open, going));
      writer.start();
      made = backUp(open);
      going.set(false);
      writer.join();
      assertThat(open.store().head()).isGreaterThan(made.events());
      leaves = leaves(open).subList(0, (int) made.events());
    }
    assertThat(made.keys()).isEqualTo(1);
    assertThat(names()).containsExactlyInAnyOrder("log.db", "keys.db", "log.lock");
    String master = Files.readString(home.resolve("master.key")).strip();
    for (String name : List.of("log.db", "keys.db")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve(name))))
          .isEqualTo("rw-------");
      assertThat(Files.readString(place.resolve(name), StandardCharsets.ISO_8859_1))
          .doesNotContain(master);
    }

    bringMasterKey();
    assertThat(restore(target())).isEqualTo(new Restored(made.events(), 1, Homes.NOW));
    try (OpenLog open = Homes.in(other).open()) {
      assertThat(leaves(open).subList(0, leaves.size())).isEqualTo(leaves);
      assertThat(open.vault().open(sealed, "Counted", "a")).hasValue(bytes("hidden"));
      count(open, 1);
      assertThat(open.log().head()).isEqualTo(made.events() + 2);
      assertThat(open.log().at(made.events() + 1).orElseThrow().event())
          .isEqualTo(new LogRestored(made.events(), Homes.NOW, Homes.NOW.plusMillis(1)));
    }
    try (OpenLog open = Homes.in(other).open()) {
      assertThat(open.log().head()).isEqualTo(made.events() + 2);
    }
  }

  @Test
  void aLaterBackupCopiesOnlyWhatIsNewAndComparesAll() throws Exception {
    try (OpenLog open = Homes.in(home).open()) {
      count(open, 70);
      backUp(open);
      count(open, 5);
      steps.clear();
      assertThat(backUp(open).events()).isEqualTo(75);
      assertThat(steps).startsWith("copied 75 of 75").doesNotContain("copied 64 of 75");
      assertThat(steps.get(steps.size() - 1)).isEqualTo("compared 75 of 75");
    }
  }

  @Test
  void aBackupThatWasInterruptedLeavesTheFormerOneAndGoesOn() throws Exception {
    try (OpenLog open = Homes.in(home).open()) {
      count(open, 10);
      backUp(open);
      byte[] former = Files.readAllBytes(place.resolve("log.db"));
      count(open, 200);
      assertThatThrownBy(
              () ->
                  new Backup(open.store(), open.keys(), clock())
                      .run(
                          BackupFiles.in(place),
                          (step, index, head) -> {
                            throw new IllegalStateException("the power fails");
                          }))
          .hasMessage("the power fails");
      assertThat(Files.readAllBytes(place.resolve("log.db"))).isEqualTo(former);
      steps.clear();
      assertThat(backUp(open).events()).isEqualTo(210);
      assertThat(steps.get(0)).isNotEqualTo("copied 74 of 210");
      assertThat(names()).containsExactlyInAnyOrder("log.db", "keys.db", "log.lock");
    }
  }

  @Test
  void whatLiesInThePlaceAndIsNoBackupOfThisLogIsRefusedAndKept() throws Exception {
    Homes.in(other).open().close();
    try (OpenLog open = Homes.in(home).open()) {
      count(open, 3);
      for (Path wrong : List.of(home, other)) {
        assertThatThrownBy(() -> backUp(open, wrong))
            .isInstanceOf(BackupRefused.class)
            .hasMessageContaining("it is a home");
      }
      Files.delete(other.resolve("master.key"));
      assertThatThrownBy(() -> backUp(open, other))
          .isInstanceOf(BackupRefused.class)
          .hasMessageContaining("but no backup");
      backUp(open);
    }
    Path third = folder.resolve("third");
    try (OpenLog open = Homes.in(third).open()) {
      count(open, 5);
      byte[] former = Files.readAllBytes(place.resolve("log.db"));
      assertThatThrownBy(() -> backUp(open))
          .isInstanceOf(BackupRefused.class)
          .hasMessageContaining("another past");
      assertThat(Files.readAllBytes(place.resolve("log.db"))).isEqualTo(former);
    }
  }

  @Test
  void aMissingOrWrongMasterKeyIsRefused() throws Exception {
    backUpSome();
    assertRefused("The master key is missing");
    Files.createDirectories(other);
    Files.writeString(other.resolve("master.key"), "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=");
    assertRefused("not the one that belongs to the keys");
    assertThat(other.resolve("log.db")).doesNotExist();
    assertThat(other.resolve("keys.db")).doesNotExist();
  }

  @Test
  void aLogThatWasChangedIsRefused() throws Exception {
    backUpSome();
    bringMasterKey();
    change("UPDATE event SET payload = CAST('{\"by\":2}' AS BLOB) WHERE global_index = 2");
    assertRefused("was changed since the backup: the hash over its events is another one");
    backUpSome();
    change("DELETE FROM event WHERE global_index = (SELECT max(global_index) FROM event)");
    assertRefused("was changed since the backup: it has ");
    change("UPDATE backup_mark SET events = events - 1");
    assertRefused("was changed since the backup: its mark was not sealed with these keys");
    assertThat(other.resolve("log.db")).doesNotExist();
  }

  @Test
  void keysThatAreOlderThanTheLogAreRefusedWithTheirCountAndLaterOnesServe() throws Exception {
    Path later = folder.resolve("later");
    try (OpenLog open = Homes.in(home).open()) {
      count(open, 1);
      backUp(open);
      for (String name : List.of("a", "b")) {
        countSealed(open, StreamId.of("task", name));
      }
      backUp(open, later);
    }
    bringMasterKey();
    BackupFiles old = new BackupFiles(later.resolve("log.db"), place.resolve("keys.db"));
    assertThatThrownBy(() -> new Restore(old, target()).run((s, i, h) -> {}))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("older than the log: 2 of the keys")
        .hasMessageContaining("of event 2");
    BackupFiles newer = new BackupFiles(place.resolve("log.db"), later.resolve("keys.db"));
    assertThat(new Restore(newer, target()).run((s, i, h) -> {}).events()).isEqualTo(1);
  }

  @Test
  void nothingIsRestoredOverWhatIsThere() throws Exception {
    backUpSome();
    try (OpenLog open = Homes.in(other).open()) {
      count(open, 1);
    }
    Files.copy(
        home.resolve("master.key"),
        other.resolve("master.key"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertRefused("into an empty home only");
    Files.delete(other.resolve("cache.db"));
    assertRefused("there is " + other.resolve("log.db"));
    Files.delete(other.resolve("log.db"));
    assertRefused("other keys are there");
  }

  @Test
  void aRestoreThatWasInterruptedIsNoHomeAndGoesOn() throws Exception {
    backUpSome();
    bringMasterKey();
    assertThatThrownBy(
            () ->
                new Restore(BackupFiles.in(place), target())
                    .run(
                        (step, index, head) -> {
                          if (step.equals("copied")) {
                            throw new IllegalStateException("the power fails");
                          }
                        }))
        .hasMessage("the power fails");
    try (Connection log = Sqlite.durable(other.resolve("log.db"))) {
      Sqlite.run(log, "DELETE FROM event WHERE global_index > 2");
    }
    assertThatThrownBy(() -> Homes.in(other).open())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("interrupted, it has 2 of 3 events");
    assertThat(restore(target()).events()).isEqualTo(3);
    Homes.in(other).open().close();
    assertRefused("into an empty home only");
  }

  @Test
  void aBackupOfPostgresIsRestoredIntoPostgres() throws Exception {
    String url = PostgresServer.newDatabase();
    List<String> leaves;
    try (OpenLog open = Homes.in(home).logUrl(url).keysUrl(url).open()) {
      count(open, 100);
      sealed(open, "hidden");
      leaves = leaves(open);
      backUp(open);
      count(open, 1);
    }
    bringMasterKey();
    String empty = PostgresServer.newDatabase();
    Target database = new Target(other, empty, empty, null);
    assertThat(restore(database)).isEqualTo(new Restored(100, 1, Homes.NOW));
    try (OpenLog open = Homes.in(other).logUrl(empty).keysUrl(empty).open()) {
      assertThat(leaves(open).subList(0, 100)).isEqualTo(leaves);
      assertThat(open.log().at(101).orElseThrow().type()).isEqualTo("LogRestored");
      count(open, 1);
    }
    Files.delete(other.resolve("cache.db"));
    assertThatThrownBy(() -> restore(database))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("there is the database");
  }

  private void backUpSome() throws Exception {
    try (OpenLog open = Homes.in(home).open()) {
      count(open, 3);
      sealed(open, "hidden");
      if (Files.exists(place)) {
        Files.delete(place.resolve("log.db"));
      }
      backUp(open);
    }
  }

  private void assertRefused(String sentence) {
    assertThatThrownBy(() -> restore(target()))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining(sentence);
  }

  private void change(String sql) throws Exception {
    try (Connection log = Sqlite.durable(place.resolve("log.db"))) {
      Sqlite.run(log, sql);
    }
  }

  private void bringMasterKey() throws IOException {
    Files.createDirectories(other);
    Files.copy(home.resolve("master.key"), other.resolve("master.key"));
  }

  private Backup.Made backUp(OpenLog open) {
    return backUp(open, place);
  }

  private Backup.Made backUp(OpenLog open, Path where) {
    return new Backup(open.store(), open.keys(), clock())
        .run(
            BackupFiles.in(where),
            (step, index, head) -> steps.add("%s %d of %d".formatted(step, index, head)));
  }

  private Restored restore(Target to) {
    return new Restore(BackupFiles.in(place), to).run((step, index, head) -> {});
  }

  private Target target() {
    return new Target(other, "", "", null);
  }

  private static Clock clock() {
    return Clock.fixed(Homes.NOW, ZoneOffset.UTC);
  }

  private static Sealed sealed(OpenLog open, String text) {
    return open.vault().secret(Subject.server(), "Counted", "a", bytes(text)).sealed();
  }

  private static void countSealed(OpenLog open, StreamId stream) throws Exception {
    Sealed note = open.vault().secret(Subject.of(stream), "Counted", "note", bytes("x")).sealed();
    StoredEvent row = Homes.counted(stream, 0, 1);
    open.store()
        .commits()
        .append(
            List.of(
                new StoredEvent(
                    0,
                    row.eventId(),
                    row.stream(),
                    row.kind(),
                    0,
                    row.time(),
                    row.name(),
                    row.revision(),
                    bytes(
                        "{\"by\":1,\"note\":{\"k\":\"%s\",\"v\":1,\"c\":\"%s\"}}"
                            .formatted(note.k(), note.c())),
                    row.metadata())));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static void count(OpenLog open, int times) {
    for (int i = 0; i < times; i++) {
      open.intents().send(new Tally.Count(Homes.STREAM, Homes.NOW, 1, null), Homes.ORIGIN).reply();
    }
  }

  private static void countWhile(OpenLog open, AtomicBoolean going) {
    while (going.get()) {
      count(open, 1);
    }
  }

  private static List<String> leaves(OpenLog open) {
    return open.store().after(0, 100_000).stream()
        .map(row -> row.index() + " " + HexFormat.of().formatHex(MerkleLeaf.of(row)))
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
