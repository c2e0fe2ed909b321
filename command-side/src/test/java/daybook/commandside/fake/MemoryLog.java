// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.fake;

import daybook.domain.Actor;
import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.Log;
import daybook.domain.LogEntry;
import daybook.domain.Origin;
import daybook.domain.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A log in memory. */
public final class MemoryLog implements Log {
  private final List<LogEntry> entries = new CopyOnWriteArrayList<>();

  /** When true, no stream can be read. */
  public boolean broken;

  /** Appends an event to a stream. */
  public void append(StreamId stream, DomainEvent event, Instant time) {
    appendAt(entries.stream().filter(e -> e.stream().equals(stream)).count(), stream, event, time);
  }

  /** Appends an event to a stream at a sequence that the test chooses. */
  public void appendAt(long sequence, StreamId stream, DomainEvent event, Instant time) {
    entries.add(
        new LogEntry(
            entries.size() + 1L,
            UUID.randomUUID().toString(),
            stream,
            sequence,
            time,
            event.getClass().getAnnotation(EventName.class).value(),
            event,
            Origin.of(Actor.server(), "test")));
  }

  @Override
  public long head() {
    return entries.size();
  }

  @Override
  public List<LogEntry> read(long after, int limit) {
    return entries.stream().skip(after).limit(limit).toList();
  }

  @Override
  public List<LogEntry> stream(StreamId stream, long fromSequence, int limit) {
    if (broken) {
      throw new IllegalStateException("the disk is gone");
    }
    return entries.stream()
        .filter(e -> e.stream().equals(stream) && e.sequence() >= fromSequence)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<LogEntry> at(long index) {
    return index < 1 || index > entries.size()
        ? Optional.empty()
        : Optional.of(entries.get((int) index - 1));
  }

  @Override
  public AutoCloseable onAppend(Runnable wake) {
    return () -> {};
  }
}
