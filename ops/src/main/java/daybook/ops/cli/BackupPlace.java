// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import daybook.ops.backup.BackupFiles;
import daybook.ops.backup.BackupRefused;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a backup lies: a folder, or two files. */
final class BackupPlace {
  @Option(
      names = {"--to", "--from"},
      paramLabel = "FOLDER",
      description = "The folder with log.db and keys.db of the backup.")
  private Path folder;

  @Option(names = "--log", paramLabel = "FILE", description = "The log's file, instead.")
  private Path log;

  @Option(names = "--keys", paramLabel = "FILE", description = "The keys' file, with --log.")
  private Path keys;

  BackupFiles files(CommandSpec spec) {
    boolean folderOnly = folder != null && log == null && keys == null;
    boolean filesOnly = folder == null && log != null && keys != null;
    if (!folderOnly && !filesOnly) {
      throw new ParameterException(
          spec.commandLine(), "Name either a folder, or both --log and --keys.");
    }
    try {
      return folderOnly ? BackupFiles.in(folder) : new BackupFiles(log, keys);
    } catch (BackupRefused same) {
      throw new ParameterException(spec.commandLine(), same.getMessage());
    }
  }
}
