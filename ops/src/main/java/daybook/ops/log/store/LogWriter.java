// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes rows and gives them their index: one more than the last. Used by one thread only, the
 * group's writer.
 */
final class LogWriter implements AutoCloseable {
  /** One append of a group could not be written; the whole group was rolled back. */
  static final class Guilty extends Exception {
    private static final long serialVersionUID = 1L;
    private final int append;

    Guilty(int append, Throwable cause) {
      super(cause);
      this.append = append;
    }

    /** Which of the group, from 0. */
    int append() {
      return append;
    }
  }

  private static final String INSERT =
      """
      INSERT INTO event
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
      WHERE ?5 = 0 OR EXISTS (SELECT 1 FROM event WHERE stream = ?3 AND sequence = ?5 - 1)
      """;

  private final Connection connection;
  private final PreparedStatement insert;
  private volatile long head;
  private volatile long headTime;

  LogWriter(Connection connection) throws SQLException {
    this.connection = connection;
    this.head = LogSchema.number(connection, "SELECT max(global_index) FROM event");
    this.headTime =
        LogSchema.number(connection, "SELECT time FROM event ORDER BY global_index DESC LIMIT 1");
    this.insert = connection.prepareStatement(INSERT);
    connection.setAutoCommit(false);
  }

  /** The index of the newest durable event, 0 when there is none. */
  long head() {
    return head;
  }

  /** The time of the newest durable event in milliseconds, 0 when there is none. */
  long headTime() {
    return headTime;
  }

  /** Writes a group in one transaction, or nothing of it. */
  void write(List<List<StoredEvent>> group) throws Guilty, SQLException {
    long index = head;
    long time = headTime;
    try {
      for (int i = 0; i < group.size(); i++) {
        for (StoredEvent event : group.get(i)) {
          insert(i, ++index, event);
          time = event.time();
        }
      }
      connection.commit();
    } catch (Guilty | SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
    headTime = time;
    head = index;
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
      if (Constraint.isBroken(e)) {
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
