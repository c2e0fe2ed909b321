// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.fake;

import daybook.domain.Actor;
import daybook.domain.DomainEvent;
import daybook.domain.Log;
import daybook.domain.LogEntry;
import daybook.domain.Origin;
import daybook.domain.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log in memory. */
public final class FakeLog implements Log {
  private final List<LogEntry> entries = new ArrayList<>();

  /** When true, every reading fails. */
  public boolean broken;

  /** Appends an event to a stream at a sequence that the test chooses. */
  public void append(StreamId stream, long sequence, DomainEvent event) {
    entries.add(
        new LogEntry(
            entries.size() + 1L,
            "id",
            stream,
            sequence,
            Instant.EPOCH,
            event.getClass().getSimpleName(),
            event,
            Origin.of(Actor.server(), "r")));
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
        .filter(entry -> entry.stream().equals(stream) && entry.sequence() >= fromSequence)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<LogEntry> at(long index) {
    return entries.stream().filter(entry -> entry.index() == index).findFirst();
  }

  @Override
  public AutoCloseable onAppend(Runnable wake) {
    return () -> {};
  }
}
