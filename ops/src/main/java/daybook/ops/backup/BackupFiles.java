// SPDX-License-Identifier: Apache-2.0
package daybook.ops.backup;

import java.nio.file.Path;

/** The two files of a backup. They may lie apart. */
public record BackupFiles(Path log, Path keys) {
  public BackupFiles {
    log = log.toAbsolutePath().normalize();
    keys = keys.toAbsolutePath().normalize();
    if (log.equals(keys)) {
      throw new BackupRefused("Log and keys need two files, not one.");
    }
  }

  /** {@code log.db} and {@code keys.db} of a folder. */
  public static BackupFiles in(Path folder) {
    return new BackupFiles(folder.resolve("log.db"), folder.resolve("keys.db"));
  }
}
