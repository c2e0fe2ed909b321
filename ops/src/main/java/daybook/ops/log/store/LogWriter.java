// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import daybook.ops.sqlite.Sqlite;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes rows and gives them their index: one more than the last. Used by one thread only, the
 * group's writer.
 */
final class LogWriter implements GroupWriter, AutoCloseable {
  private static final String INSERT =
      """
      INSERT INTO event
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
      WHERE ?5 = 0 OR EXISTS (SELECT 1 FROM event WHERE stream = ?3 AND sequence = ?5 - 1)
      """;

  private final Connection connection;
  private final PreparedStatement insert;
  private final Tail tail;
  private volatile long head;
  private volatile long headTime;

  LogWriter(Connection connection, Tail tail) throws SQLException {
    this.connection = connection;
    this.tail = tail;
    this.head = LogSchema.number(connection, "SELECT max(global_index) FROM event");
    this.headTime =
        LogSchema.number(connection, "SELECT time FROM event ORDER BY global_index DESC LIMIT 1");
    this.insert = connection.prepareStatement(INSERT);
  }

  /** The index of the newest durable event, 0 when there is none. */
  long head() {
    return head;
  }

  /** The time of the newest durable event in milliseconds, 0 when there is none. */
  long headTime() {
    return headTime;
  }

  @Override
  public void write(List<List<StoredEvent>> group) throws Guilty, SQLException {
    Sqlite.<Guilty>transaction(connection, () -> insertAll(group));
    long index = head;
    for (List<StoredEvent> events : group) {
      for (StoredEvent event : events) {
        tail.add(event.at(++index));
        headTime = event.time();
      }
    }
    head = index;
  }

  private void insertAll(List<List<StoredEvent>> group) throws Guilty, SQLException {
    long index = head;
    for (int i = 0; i < group.size(); i++) {
      for (StoredEvent event : group.get(i)) {
        insert(i, ++index, event);
      }
    }
  }

  private void insert(int append, long index, StoredEvent event) throws Guilty, SQLException {
    try {
      insert.setLong(1, index);
      insert.setString(2, event.eventId());
      insert.setString(3, event.stream());
      insert.setString(4, event.kind());
      insert.setLong(5, event.sequence());
      insert.setLong(6, event.time());
      insert.setString(7, event.name());
      insert.setString(8, event.revision());
      insert.setBytes(9, event.payload());
      insert.setBytes(10, event.metadata());
      if (insert.executeUpdate() != 1) {
        throw new Guilty(
            append,
            new IllegalStateException(
                "%s has no event before %d".formatted(event.stream(), event.sequence())));
      }
    } catch (SQLException e) {
      if (SqlFailure.isConstraint(e)) {
        throw new Guilty(append, new Conflict(event, e));
      }
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
