// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.json;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.DomainEvent;
import daybook.domain.catalog.EventCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The approved samples are what the log is made of. A sample never changes; when this test fails,
 * the code is wrong, or a new revision and an upcaster are due.
 *
 * <p>Run with {@code -Ddaybook.samples=write}, it writes the samples that are missing.
 */
class EventSamplesTest {
  private static final Path SAMPLES = Path.of("../domain/src/test/resources/events");

  private final EventCodec codec = new EventCodec();

  static Stream<Map.Entry<String, Class<? extends DomainEvent>>> events() {
    return EventCatalog.all().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("events")
  void presentRevisionLoadsAndWritesTheSameBytes(
      Map.Entry<String, Class<? extends DomainEvent>> event) throws IOException {
    Path sample =
        SAMPLES.resolve(
            event.getKey() + "." + EventCatalog.name(event.getValue()).revision() + ".json");
    if (Files.notExists(sample) && "write".equals(System.getProperty("daybook.samples"))) {
      Files.write(sample, withNewLine(codec.write((DomainEvent) made(event.getValue()))));
    }
    String approved = Files.readString(sample).strip();
    DomainEvent read = read(event, approved);
    assertThat(read).isInstanceOf(event.getValue());
    assertThat(new String(codec.write(read), StandardCharsets.UTF_8)).isEqualTo(approved);
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyFieldOfAnEventIsInItsSample(Map.Entry<String, Class<? extends DomainEvent>> event)
      throws IOException {
    Path sample =
        SAMPLES.resolve(
            event.getKey() + "." + EventCatalog.name(event.getValue()).revision() + ".json");
    DomainEvent read = read(event, Files.readString(sample).strip());
    assertThat(read).isEqualTo(made(event.getValue()));
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyFormerRevisionStillLoads(Map.Entry<String, Class<? extends DomainEvent>> event)
      throws IOException {
    for (int revision = 1; revision < EventCatalog.name(event.getValue()).revision(); revision++) {
      Path sample = SAMPLES.resolve(event.getKey() + "." + revision + ".json");
      assertThat(codec.read(event.getKey(), Integer.toString(revision), Files.readAllBytes(sample)))
          .isInstanceOf(event.getValue());
    }
  }

  private DomainEvent read(Map.Entry<String, Class<? extends DomainEvent>> event, String approved) {
    return codec.read(
        event.getKey(),
        Integer.toString(EventCatalog.name(event.getValue()).revision()),
        approved.getBytes(StandardCharsets.UTF_8));
  }

  private static Record made(Class<? extends DomainEvent> type) {
    return SampleMaker.make(type.asSubclass(Record.class));
  }

  private static byte[] withNewLine(byte[] json) {
    return (new String(json, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
