// SPDX-License-Identifier: Apache-2.0
package daybook.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every revision of every event that was ever stored has an approved sample, {@code
 * <Name>.<revision>.json}. That each still loads is tested where JSON is read, in ops.
 */
class EventSamplesTest {
  private static final Path SAMPLES = Path.of("src/test/resources/events");

  @Test
  void everyRevisionOfEveryEventHasASampleAndNoSampleIsOfAnUnknownEvent() throws IOException {
    assertThat(samples()).isEqualTo(expected());
  }

  @Test
  void noSampleIsEmpty() throws IOException {
    for (String sample : samples()) {
      assertThat(Files.readString(SAMPLES.resolve(sample))).as(sample).startsWith("{");
    }
  }

  private static Set<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> expected() {
    return EventCatalog.all().values().stream()
        .map(EventCatalog::name)
        .flatMap(
            name ->
                IntStream.rangeClosed(1, name.revision())
                    .mapToObj(revision -> name.value() + "." + revision + ".json"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
