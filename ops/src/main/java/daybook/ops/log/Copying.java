// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import daybook.ops.files.OwnerOnly;
import daybook.ops.keys.KeyCopy;
import daybook.ops.log.store.LogCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Copies log and keys from one place to another while no server has either open. */
public final class Copying {
  /**
   * Where log and keys lie.
   *
   * @param folder of those whose URL is empty
   */
  public record Place(String logUrl, String keysUrl, Path folder) {
    Path file(String name) {
      return folder.resolve(name);
    }

    boolean hasFiles() {
      return logUrl.isEmpty() || keysUrl.isEmpty();
    }

    /** The URLs may hold passwords. */
    @Override
    public String toString() {
      return "Place[" + folder + "]";
    }
  }

  /** How many both have. */
  public record Copied(long events, long keys) {}

  private Copying() {}

  /**
   * Copies what is missing there: the log first, so that no event is without its keys.
   *
   * @throws HomeInUse when a server has one of the folders open
   * @throws LogCopy.Mismatch when the log there has another past
   * @throws daybook.ops.keys.KeysUnusable when other keys are there
   */
  public static Copied run(Place from, Place to, LogCopy.Progress progress)
      throws IOException, SQLException {
    try (Closing locks = new Closing()) {
      if (from.hasFiles()) {
        locks.add(LogLock.take(from.folder()));
      }
      if (to.hasFiles() && !(from.hasFiles() && to.folder().equals(from.folder()))) {
        OwnerOnly.folder(to.folder());
        locks.add(LogLock.take(to.folder()));
      }
      long events;
      try (LogCopy copy =
          LogCopy.open(from.logUrl(), from.file("log.db"), to.logUrl(), to.file("log.db"))) {
        events = copy.run(progress).events();
        copy.keepMark();
      }
      return new Copied(
          events,
          KeyCopy.run(from.keysUrl(), from.file("keys.db"), to.keysUrl(), to.file("keys.db")));
    }
  }
}
