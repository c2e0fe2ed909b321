// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes groups into the table of events, and knows the head and the newest rows: those of other
 * nodes too, once they are taken. The rows it knows are without a hole.
 */
final class LogWriter implements GroupWriter, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
  private static final int BATCH = 1_000;

  private final LogTable table;
  private final Tail tail;
  private final LogReaders readers;
  private volatile LogTable.Head head;
  private volatile Consumer<StoredEvent> others = row -> {};

  LogWriter(LogTable table, Tail tail, LogReaders readers) throws SQLException {
    this.table = table;
    this.tail = tail;
    this.readers = readers;
    this.head = table.head();
  }

  /** Tells each row that another node wrote, in order, before it counts as known. */
  void onOthers(Consumer<StoredEvent> listener) {
    others = listener;
  }

  /** The index of the newest durable event that is known, 0 when there is none. */
  long head() {
    return head.index();
  }

  /** The time of the newest durable event that is known, in milliseconds; 0 when there is none. */
  long headTime() {
    return head.time();
  }

  @Override
  public void write(List<List<StoredEvent>> group) throws Guilty, SQLException {
    long before = table.append(group);
    synchronized (this) {
      if (head.index() < before && !takeUpTo(before)) {
        return;
      }
      long index = before;
      long time = head.time();
      for (List<StoredEvent> events : group) {
        for (StoredEvent event : events) {
          if (++index > head.index()) {
            tail.add(event.at(index));
            time = event.time();
          }
        }
      }
      if (index > head.index()) {
        head = new LogTable.Head(index, time);
      }
    }
  }

  /** What is written is durable whether this succeeds or not; it is taken later if not. */
  private boolean takeUpTo(long index) {
    try {
      while (head.index() < index) {
        take((int) Math.min(BATCH, index - head.index()));
      }
      return true;
    } catch (StoreUnavailable e) {
      LOG.warn("What other nodes wrote can't be read now", e);
      return false;
    }
  }

  /** Takes all that other nodes have written; returns whether there was anything. */
  synchronized boolean catchUp() {
    long before = head.index();
    while (take(BATCH) == BATCH) {
      // the next batch
    }
    return head.index() > before;
  }

  private int take(int limit) {
    long after = head.index();
    List<StoredEvent> rows = readers.read(log -> log.after(after, limit));
    for (StoredEvent row : rows) {
      others.accept(row);
      tail.add(row);
      head = new LogTable.Head(row.index(), row.time());
    }
    return rows.size();
  }

  @Override
  public void close() throws SQLException {
    table.close();
  }
}
