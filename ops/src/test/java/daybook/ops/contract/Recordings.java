// SPDX-License-Identifier: Apache-2.0
package daybook.ops.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The recorded cases beside the repository, or where {@code DAYBOOK_SHARED} says. */
final class Recordings {
  private Recordings() {}

  /** Those whose names match; the test is skipped where there are no recordings. */
  static List<RecordedCase> matching(String names) {
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      String sentence =
          "skipped: the recorded answers are not in " + folder + "; DAYBOOK_SHARED may tell where";
      System.err.println(sentence);
      abort(sentence);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(" + names + ")\\.json"))
          .sorted()
          .map(RecordedCase::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    String told = System.getenv("DAYBOOK_SHARED");
    Path shared = told == null ? Path.of("../../shared") : Path.of(told);
    return shared.resolve("fixtures/zentral-api").toAbsolutePath().normalize();
  }
}
