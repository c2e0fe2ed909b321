// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.fake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of messages that others captured; tests are skipped where it isn't. */
public final class Shared {
  private Shared() {}

  /** The bytes of a fixture, or a skipped test. */
  public static byte[] fixture(String name) throws IOException {
    Optional<Path> file = find("fixtures/" + name);
    assumeTrue(file.isPresent(), "skipped: shared/fixtures/" + name + " is not here");
    return Files.readAllBytes(file.orElseThrow());
  }

  /** The files of a folder of fixtures with an ending; none where the folder isn't. */
  public static List<Path> fixtures(String folder, String ending) throws IOException {
    Optional<Path> found = find("fixtures/" + folder);
    if (found.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(found.get())) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Optional<Path> find(String path) {
    String told = System.getenv("DAYBOOK_SHARED");
    return Stream.concat(
            Stream.ofNullable(told).map(Path::of),
            Stream.of(Path.of("../shared"), Path.of("../../shared")))
        .map(root -> root.resolve(path))
        .filter(Files::exists)
        .findFirst();
  }
}
