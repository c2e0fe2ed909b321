// SPDX-License-Identifier: Apache-2.0
package daybook.ops.backup;

import daybook.ops.files.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is written beside its place, {@code <name>.part}, and takes it when it is whole. */
final class Draft {
  private final Path place;
  private final Path file;

  private Draft(Path place) {
    this.place = place;
    this.file = place.resolveSibling(place.getFileName() + ".part");
  }

  /** Goes on with what was begun, else with what has the place, else with an empty file. */
  static Draft goOn(Path place) throws IOException {
    Draft draft = new Draft(place);
    OwnerOnly.folder(place.getParent());
    if (Files.notExists(draft.file) && Files.exists(place)) {
      Path copy = place.resolveSibling(place.getFileName() + ".copy");
      Files.deleteIfExists(copy);
      OwnerOnly.file(copy);
      Files.copy(place, copy, StandardCopyOption.REPLACE_EXISTING);
      Files.move(copy, draft.file, StandardCopyOption.ATOMIC_MOVE);
    }
    OwnerOnly.file(draft.file);
    return draft;
  }

  /** Begins with an empty file. */
  static Draft begin(Path place) throws IOException {
    Draft draft = new Draft(place);
    OwnerOnly.folder(place.getParent());
    draft.delete();
    OwnerOnly.file(draft.file);
    return draft;
  }

  Path file() {
    return file;
  }

  /** Makes it durable, and gives it its place. */
  void keep() throws IOException {
    force(file, StandardOpenOption.WRITE);
    Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(place.getParent(), StandardOpenOption.READ);
  }

  void delete() throws IOException {
    for (String end : new String[] {"", "-wal", "-shm", "-journal"}) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
    }
  }

  private static void force(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
