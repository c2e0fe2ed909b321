// SPDX-License-Identifier: Apache-2.0
package daybook.ops.start;

import daybook.ops.files.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder that holds everything; a simulated fleet and a real one never share it. */
public record Home(Path path) {
  /** {@code DAYBOOK_HOME}, or {@code ./data}; made for its owner alone if it isn't there. */
  public static Home open() {
    String home = System.getenv("DAYBOOK_HOME");
    return at(Path.of(home == null || home.isEmpty() ? "data" : home));
  }

  public static Home at(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    try {
      OwnerOnly.folder(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Home(path);
  }

  public Path simulation() {
    return path.resolve("simulation");
  }

  /** Throws with a sentence when the flag isn't as it was when this home was first started. */
  public void requireSimulation(boolean simulated) {
    boolean used = Stream.of("log.lock", "log.db").map(path::resolve).anyMatch(Files::exists);
    boolean was = Files.exists(simulation());
    if (used && was && !simulated) {
      throw new IllegalStateException(
          path
              + " holds a simulation: start it with --simulate N, or choose another DAYBOOK_HOME.");
    }
    if (used && !was && simulated) {
      throw new IllegalStateException(
          path + " was started without --simulate: choose another DAYBOOK_HOME for a simulation.");
    }
    if (simulated) {
      at(simulation());
    }
  }
}
