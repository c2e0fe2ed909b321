// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Recorded answers and documents beside the repository, where they are present. */
public final class Shared {
  private Shared() {}

  /** The text of a file, or the test is skipped. */
  public static String text(String file) {
    Path path = folder().resolve(file);
    Assumptions.assumeTrue(
        Files.exists(path), () -> "skipped: " + path + " isn't there (DAYBOOK_SHARED)");
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    String named = System.getenv("DAYBOOK_SHARED");
    return named == null ? Path.of("..", "..", "shared") : Path.of(named);
  }
}
