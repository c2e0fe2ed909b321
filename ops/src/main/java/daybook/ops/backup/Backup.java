// SPDX-License-Identifier: Apache-2.0
package daybook.ops.backup;

import daybook.ops.files.OwnerOnly;
import daybook.ops.keys.KeyStore;
import daybook.ops.log.HomeInUse;
import daybook.ops.log.LogLock;
import daybook.ops.log.store.BackupFile;
import daybook.ops.log.store.BackupMark;
import daybook.ops.log.store.LogCopy;
import daybook.ops.log.store.LogCopy.Copied;
import daybook.ops.log.store.LogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/**
 * Copies first the log, then the keys, while others go on writing: so each event of the backup has
 * its keys. The log is an SQLite file, whatever database the server uses. Of a former backup in the
 * same place only new events are copied; all of it is compared each time.
 */
public final class Backup {
  /**
   * What was made.
   *
   * @param events how many; the last of them is the restore point
   * @param tree the hash over the leaves of all events, in hexadecimal
   */
  public record Made(long events, long keys, Instant time, String tree, Path log, Path keysFile) {}

  private final LogSource log;
  private final KeyStore keys;
  private final Clock clock;

  public Backup(LogSource log, KeyStore keys, Clock clock) {
    this.log = log;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Makes it. A file that was there is replaced when the new one is whole and durable, the keys
   * first, so that what is there fits together at any time.
   *
   * @throws BackupRefused when something else lies there, or the files can't be written
   */
  public Made run(BackupFiles files, LogCopy.Progress progress) {
    try {
      Path folder = files.log().getParent();
      requireNoHome(folder);
      OwnerOnly.folder(folder);
      try (LogLock lock = LogLock.take(folder)) {
        return write(files, progress);
      }
    } catch (HomeInUse e) {
      throw new BackupRefused("Another backup is being made there, or a server runs there.", e);
    } catch (LogCopy.Mismatch e) {
      throw new BackupRefused(
          "The backup that is there has another past than this log; choose another place.", e);
    } catch (IOException | SQLException e) {
      throw new BackupRefused("The backup can't be written: " + e.getMessage(), e);
    }
  }

  private Made write(BackupFiles files, LogCopy.Progress progress)
      throws IOException, SQLException {
    requireBackup(files.log());
    Draft logDraft = Draft.goOn(files.log());
    Instant time = clock.instant();
    Copied copied;
    try (LogCopy copy = LogCopy.open(log, "", logDraft.file())) {
      copied = copy.run(progress);
      String statement = BackupMark.statement(copied.events(), time, copied.tree());
      copy.mark(new BackupMark(copied.events(), time, copied.tree(), keys.sealMark(statement)));
    } catch (LogCopy.Mismatch e) {
      logDraft.delete();
      throw e;
    }
    BackupFile.finish(logDraft.file());
    Draft keysDraft = Draft.begin(files.keys());
    long keyCount = keys.backUp(keysDraft.file(), copied.events());
    keysDraft.keep();
    logDraft.keep();
    return new Made(copied.events(), keyCount, time, copied.tree(), files.log(), files.keys());
  }

  /** Its own files would be taken for a former backup. */
  private static void requireNoHome(Path folder) {
    if (Files.exists(folder.resolve("master.key"))) {
      throw new BackupRefused(
          folder + " holds a master key, so it is a home: choose another place for the backup.");
    }
  }

  private static void requireBackup(Path file) throws SQLException {
    if (Files.exists(file)) {
      try (BackupFile former = BackupFile.open(file)) {
        if (former.mark().isEmpty()) {
          throw new BackupRefused(file + " is a log, but no backup; choose another place.");
        }
      }
    }
  }
}
