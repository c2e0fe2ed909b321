// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest durable rows, kept in memory up to a number of bytes: who follows the log, and who
 * reads back what was written a moment ago, needn't ask the file. Written by one thread, read by
 * many.
 */
final class Tail {
  private record Place(String stream, long sequence) {}

  private final long most;
  private final Map<Long, StoredEvent> byIndex = new ConcurrentHashMap<>();
  private final Map<Place, StoredEvent> byPlace = new ConcurrentHashMap<>();
  private final Deque<StoredEvent> oldestFirst = new ArrayDeque<>();
  private long bytes;

  /**
   * @param most bytes to keep
   */
  Tail(long most) {
    this.most = most;
  }

  /** Takes the row that follows the last one; it is durable. */
  void add(StoredEvent row) {
    oldestFirst.add(row);
    byIndex.put(row.index(), row);
    byPlace.put(place(row), row);
    bytes += row.size();
    while (bytes > most) {
      StoredEvent oldest = oldestFirst.remove();
      byIndex.remove(oldest.index());
      byPlace.remove(place(oldest));
      bytes -= oldest.size();
    }
  }

  /**
   * Up to {@code limit} rows of a stream from a sequence on; empty when the first of them isn't
   * kept. Where it is, so are all that follow, for the oldest go first.
   */
  Optional<List<StoredEvent>> stream(String stream, long fromSequence, int limit) {
    List<StoredEvent> rows = new ArrayList<>();
    StoredEvent row = byPlace.get(new Place(stream, fromSequence));
    while (row != null && rows.size() < limit) {
      rows.add(row);
      row = byPlace.get(new Place(stream, fromSequence + rows.size()));
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows);
  }

  /**
   * The rows with an index above {@code index}, up to {@code head} and up to {@code limit} of them;
   * empty when they aren't all kept.
   */
  Optional<List<StoredEvent>> after(long index, long head, int limit) {
    List<StoredEvent> rows = new ArrayList<>();
    for (long next = index + 1; next <= head && rows.size() < limit; next++) {
      StoredEvent row = byIndex.get(next);
      if (row == null) {
        return Optional.empty();
      }
      rows.add(row);
    }
    return Optional.of(rows);
  }

  private static Place place(StoredEvent row) {
    return new Place(row.stream(), row.sequence());
  }
}
