// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.sql.SQLException;
import java.util.List;

/** Writes groups into the table of events, and knows the head and the newest rows. */
final class LogWriter implements GroupWriter, AutoCloseable {
  private final LogTable table;
  private final Tail tail;
  private volatile LogTable.Head head;

  LogWriter(LogTable table, Tail tail) throws SQLException {
    this.table = table;
    this.tail = tail;
    this.head = table.head();
  }

  /** The index of the newest durable event, 0 when there is none. */
  long head() {
    return head.index();
  }

  /** The time of the newest durable event, in milliseconds; 0 when there is none. */
  long headTime() {
    return head.time();
  }

  @Override
  public void write(List<List<StoredEvent>> group) throws Guilty, SQLException {
    long index = table.append(group);
    long time = head.time();
    for (List<StoredEvent> events : group) {
      for (StoredEvent event : events) {
        tail.add(event.at(++index));
        time = event.time();
      }
    }
    head = new LogTable.Head(index, time);
  }

  @Override
  public void close() throws SQLException {
    table.close();
  }
}
