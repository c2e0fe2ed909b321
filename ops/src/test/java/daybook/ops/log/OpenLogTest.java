// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.Actor;
import daybook.domain.LogEntry;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.StreamId;
import daybook.domain.Subject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home, opened, used and opened again. */
class OpenLogTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123Z");
  private static final StreamId STREAM = StreamId.of("task", "one");
  private static final Origin ORIGIN = Origin.of(Actor.policy("Test"), "request-1");

  @TempDir private Path home;

  @Test
  void acceptedMeansThatTheEventStandsInTheLogWithItsOrigin() {
    try (OpenLog open = open()) {
      Origin origin =
          new Origin(
              Actor.policy("Test"),
              "request-1",
              "because",
              open.vault()
                  .personal(
                      Subject.server(),
                      Origin.SEALED_AS,
                      Origin.REMOTE_ADDRESS,
                      "192.0.2.1".getBytes(StandardCharsets.UTF_8),
                      NOW),
              null);
      assertThat(open.intents().send(new Tally.Count(STREAM, NOW, 3, "ü"), origin).reply())
          .isEqualTo(3);

      LogEntry entry = open.log().at(1).orElseThrow();
      assertThat(entry.index()).isEqualTo(1);
      assertThat(entry.stream()).isEqualTo(STREAM);
      assertThat(entry.sequence()).isZero();
      assertThat(entry.time()).isEqualTo(NOW);
      assertThat(entry.type()).isEqualTo("Counted");
      assertThat(entry.event()).isEqualTo(new Tally.Counted(3, "ü"));
      assertThat(entry.origin()).isEqualTo(origin);
      assertThat(entry.eventId())
          .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }
  }

  @Test
  void whatIsInTheLogIsThereAfterReopening() {
    try (OpenLog open = open()) {
      open.intents().send(new Tally.Count(STREAM, NOW, 3, null), ORIGIN);
    }
    try (OpenLog open = open()) {
      assertThat(open.log().head()).isEqualTo(1);
      assertThat(open.intents().send(new Tally.Count(STREAM, NOW, 4, null), ORIGIN).reply())
          .isEqualTo(7);
      assertThat(open.log().stream(STREAM, 0, 10))
          .extracting(LogEntry::sequence)
          .containsExactly(0L, 1L);
    }
  }

  @Test
  void askingAnUnknownStreamWritesNothingAndTheNextIntentBeginsIt() {
    try (OpenLog open = open()) {
      assertThat(open.intents().send(new Tally.Total(STREAM, NOW), ORIGIN).reply())
          .isEqualTo("0 []");
      assertThat(open.log().head()).isZero();
      assertThat(open.intents().send(new Tally.Count(STREAM, NOW, 2, null), ORIGIN).reply())
          .isEqualTo(2);
      assertThat(open.intents().send(new Tally.Total(STREAM, NOW), ORIGIN).reply())
          .isEqualTo("2 [2]");
      assertThat(open.log().stream(STREAM, 0, 10)).hasSize(1);
    }
  }

  @Test
  void refusalIsAnOutcomeAndChangesNothing() {
    try (OpenLog open = open()) {
      Outcome<Integer> outcome = open.intents().send(new Tally.Count(STREAM, NOW, 0, null), ORIGIN);
      assertThat(outcome.refusal().orElseThrow().reason()).isEqualTo(Refusal.FIELD_INVALID);
      assertThat(open.log().head()).isZero();
    }
  }

  @Test
  void defectIsThrownAndLeavesNoTraceInMemoryOrOnDisk() {
    try (OpenLog open = open()) {
      open.intents().send(new Tally.Count(STREAM, NOW, 5, null), ORIGIN);
      assertThatThrownBy(() -> open.intents().send(new Tally.Fail(STREAM, NOW), ORIGIN))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a defect");
      assertThat(open.intents().send(new Tally.Total(STREAM, NOW), ORIGIN).reply())
          .isEqualTo("5 [5]");
      assertThat(open.log().head()).isEqualTo(1);
    }
  }

  @Test
  void timeNeverGoesBackWithinAStream() {
    try (OpenLog open = open()) {
      open.intents().send(new Tally.Count(STREAM, NOW, 1, null), ORIGIN);
      open.intents().send(new Tally.Count(STREAM, NOW.minusSeconds(60), 1, null), ORIGIN);
      assertThat(open.log().read(0, 10)).extracting(LogEntry::time).isEqualTo(List.of(NOW, NOW));
    }
  }

  @Test
  void oneProcessAtATimeHasAHomeOpen() {
    try (OpenLog open = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(HomeInUse.class)
          .hasMessageContaining("Another Daybook is running in");
      assertThat(open.log().head()).isZero();
    }
  }

  OpenLogBuilder house() {
    return OpenLog.in(home);
  }

  private OpenLog open() {
    return house()
        .clock(java.time.Clock.fixed(NOW, java.time.ZoneOffset.UTC))
        .monotonicNanos(() -> 0)
        .model(Tally.AGGREGATES, Tally.EVENTS, List.of())
        .open();
  }
}
