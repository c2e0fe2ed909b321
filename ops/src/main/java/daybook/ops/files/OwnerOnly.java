// SPDX-License-Identifier: Apache-2.0
package daybook.ops.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Makes folders and files that nobody but their owner can enter or read. What is there already
 * keeps its mode: it is the operator's choice.
 */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** Makes a folder (mode 700), and the folders above it in the usual mode. */
  public static void folder(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      Path above = folder.toAbsolutePath().getParent();
      if (above != null) {
        Files.createDirectories(above);
      }
      Files.createDirectories(folder, mode("rwx------"));
    }
  }

  /** Makes an empty file (mode 600). */
  public static void file(Path file) throws IOException {
    if (Files.notExists(file)) {
      Files.createFile(file, mode("rw-------"));
    }
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
