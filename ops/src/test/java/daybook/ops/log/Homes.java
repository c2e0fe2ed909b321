// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.StreamId;
import daybook.ops.log.store.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Homes with the test's aggregate, and rows that somebody else might have written. */
final class Homes {
  static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123Z");
  static final StreamId STREAM = StreamId.of("task", "one");
  static final Origin ORIGIN = Origin.of(Actor.policy("Test"), "request-1");

  private Homes() {}

  static OpenLogBuilder in(Path home) {
    return OpenLog.in(home)
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .monotonicNanos(() -> 0)
        .masterKey(null)
        .model(Tally.AGGREGATES, Tally.EVENTS, List.of());
  }

  static StoredEvent counted(StreamId stream, long sequence, int by) {
    return new StoredEvent(
        0,
        UUID.randomUUID().toString(),
        stream.value(),
        stream.kind(),
        sequence,
        NOW.toEpochMilli(),
        "Counted",
        "1",
        ("{\"by\":" + by + "}").getBytes(StandardCharsets.UTF_8),
        "{\"actor_id\":\"Rival\",\"actor_kind\":\"policy\"}".getBytes(StandardCharsets.UTF_8));
  }
}
