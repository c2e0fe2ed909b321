// SPDX-License-Identifier: Apache-2.0
package daybook.ops.backup;

import daybook.ops.files.OwnerOnly;
import daybook.ops.keys.KeyBackup;
import daybook.ops.keys.KeysUnusable;
import daybook.ops.log.HomeInUse;
import daybook.ops.log.LogLock;
import daybook.ops.log.store.BackupFile;
import daybook.ops.log.store.BackupMark;
import daybook.ops.log.store.LogCopy;
import daybook.ops.log.store.MerkleLeaf;
import daybook.ops.log.store.MerkleTree;
import daybook.ops.log.store.StoredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a home, or fills the databases that it names, from a backup that is judged first. */
public final class Restore {
  private static final int BATCH = 200;

  /**
   * Where to.
   *
   * @param logUrl of PostgreSQL; empty: {@code log.db} of the home
   * @param keysUrl of PostgreSQL; empty: {@code keys.db} of the home
   * @param masterKey the master key of the environment in base64, or null
   */
  public record Target(Path home, String logUrl, String keysUrl, String masterKey) {
    Path file(String name) {
      return home.resolve(name);
    }

    /** There are passwords in it. */
    @Override
    public String toString() {
      return "Target[" + home + "]";
    }
  }

  /** What was restored: the events, the keys, and when the backup was made. */
  public record Restored(long events, long keys, Instant time) {}

  private final BackupFiles from;
  private final Target to;

  public Restore(BackupFiles from, Target to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Restores. What was begun goes on when it is asked for again; a server doesn't start on a half.
   *
   * @throws BackupRefused when the backup can't be trusted, or something is there already
   */
  public Restored run(LogCopy.Progress progress) {
    requireFile(from.log());
    requireFile(from.keys());
    try {
      OwnerOnly.folder(to.home());
      try (LogLock lock = LogLock.take(to.home());
          BackupFile log = BackupFile.open(from.log());
          KeyBackup keys = KeyBackup.open(from.keys(), to.file("master.key"), to.masterKey())) {
        BackupMark mark =
            log.mark().orElseThrow(() -> new BackupRefused(from.log() + " is no log of a backup."));
        judge(log, mark, keys, progress);
        return write(log, mark, keys, progress);
      }
    } catch (HomeInUse | KeysUnusable e) {
      throw new BackupRefused(e.getMessage(), e);
    } catch (LogCopy.Mismatch e) {
      throw new BackupRefused("The restore can't go on: " + e.getMessage(), e);
    } catch (IOException | SQLException e) {
      throw new BackupRefused("The restore can't go on: " + e.getMessage(), e);
    }
  }

  private void judge(BackupFile log, BackupMark mark, KeyBackup keys, LogCopy.Progress progress)
      throws SQLException, IOException {
    if (log.head() != mark.events()) {
      throw changed("it has %d events, and had %d".formatted(log.head(), mark.events()));
    }
    if (!keys.openMark(mark.seal()).equals(Optional.of(mark.statement()))) {
      throw changed("its mark was not sealed with these keys");
    }
    MerkleTree tree = new MerkleTree();
    KeyNames names = new KeyNames(keys);
    for (long index = 0; index < mark.events(); ) {
      List<StoredEvent> rows = log.after(index, BATCH);
      if (rows.isEmpty() || rows.get(0).index() != index + 1) {
        throw changed("event %d is missing".formatted(index + 1));
      }
      for (StoredEvent row : rows) {
        tree.add(MerkleLeaf.of(row));
        names.read(row);
        index++;
      }
      progress.at("judged", index, mark.events());
    }
    if (!tree.root().equals(mark.tree())) {
      throw changed("the hash over its events is another one");
    }
    requireKeys(mark, keys, names.missing());
  }

  private void requireKeys(BackupMark mark, KeyBackup keys, Map<String, Long> missing)
      throws SQLException {
    if (!missing.isEmpty()) {
      Map.Entry<String, Long> first =
          missing.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
      throw new BackupRefused(
          "The keys are older than the log: %d of the keys that its events name are missing, first %s of event %d. Take a key file that was made with this log, or later."
              .formatted(missing.size(), first.getKey(), first.getValue()));
    }
    long complete = keys.events().orElse(0L);
    if (complete < mark.events()) {
      throw new BackupRefused(
          "The keys are older than the log: they belong to a backup with %d events, the log has %d. Take a key file that was made with this log, or later."
              .formatted(complete, mark.events()));
    }
  }

  private Restored write(BackupFile log, BackupMark mark, KeyBackup keys, LogCopy.Progress progress)
      throws SQLException {
    for (String name : List.of("views", "cache.db")) {
      if (Files.exists(to.file(name))) {
        throw notEmpty(to.file(name).toString());
      }
    }
    try (LogCopy copy = LogCopy.open(log, to.logUrl(), to.file("log.db"))) {
      Optional<BackupMark> begun = copy.mark();
      boolean ours = begun.isPresent() && begun.get().equals(mark);
      if (copy.done() > (ours ? mark.events() : 0)) {
        throw notEmpty(to.logUrl().isEmpty() ? to.file("log.db").toString() : "the database");
      }
      copy.mark(mark);
      long restored = keys.restore(to.keysUrl(), to.file("keys.db"));
      copy.run(progress);
      return new Restored(mark.events(), restored, mark.time());
    }
  }

  private static void requireFile(Path file) {
    if (Files.notExists(file)) {
      throw new BackupRefused("There is no " + file + ".");
    }
  }

  private static BackupRefused notEmpty(String what) {
    return new BackupRefused(
        "A backup is restored into an empty home only, and there is " + what + ".");
  }

  private BackupRefused changed(String why) {
    return new BackupRefused(from.log() + " was changed since the backup: " + why + ".");
  }
}
