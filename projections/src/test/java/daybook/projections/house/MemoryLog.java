// SPDX-License-Identifier: Apache-2.0
package daybook.projections.house;

import daybook.domain.DomainEvent;
import daybook.domain.Log;
import daybook.domain.LogEntry;
import daybook.domain.Origin;
import daybook.domain.StreamId;
import daybook.domain.catalog.EventCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A log in memory; each event is one second after the one before. */
public final class MemoryLog implements Log {
  public static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  private final List<LogEntry> entries = new CopyOnWriteArrayList<>();
  private final List<Runnable> wakes = new CopyOnWriteArrayList<>();

  /** Appends one event and wakes whoever waits. */
  public LogEntry append(StreamId stream, DomainEvent event, Origin origin) {
    LogEntry entry = add(stream, event, origin);
    wakes.forEach(Runnable::run);
    return entry;
  }

  private synchronized LogEntry add(StreamId stream, DomainEvent event, Origin origin) {
    long index = entries.size() + 1L;
    long sequence = entries.stream().filter(e -> e.stream().equals(stream)).count();
    LogEntry entry =
        new LogEntry(
            index,
            "0193-" + index,
            stream,
            sequence,
            START.plusSeconds(index),
            EventCatalog.name(event.getClass()).value(),
            event,
            origin);
    entries.add(entry);
    return entry;
  }

  @Override
  public long head() {
    return entries.size();
  }

  @Override
  public List<LogEntry> read(long after, int limit) {
    List<LogEntry> all = List.copyOf(entries);
    int from = (int) Math.min(after, all.size());
    return all.subList(from, Math.min(all.size(), from + limit));
  }

  @Override
  public List<LogEntry> stream(StreamId stream, long fromSequence, int limit) {
    List<LogEntry> found = new ArrayList<>();
    for (LogEntry entry : entries) {
      if (entry.stream().equals(stream)
          && entry.sequence() >= fromSequence
          && found.size() < limit) {
        found.add(entry);
      }
    }
    return found;
  }

  @Override
  public Optional<LogEntry> at(long index) {
    return index < 1 || index > entries.size()
        ? Optional.empty()
        : Optional.of(entries.get((int) index - 1));
  }

  @Override
  public AutoCloseable onAppend(Runnable wake) {
    wakes.add(wake);
    return () -> wakes.remove(wake);
  }
}
