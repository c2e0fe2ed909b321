// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The ways to read the log, over one connection; for one thread at a time. */
final class LogStatements implements AutoCloseable {
  private static final String ROW =
      "SELECT global_index, event_id, stream, kind, sequence, time, name, revision, payload,"
          + " metadata FROM event ";
  private static final String AFTER = ROW + "WHERE global_index > ? ORDER BY global_index LIMIT ?";
  private static final String STREAM =
      ROW + "WHERE stream = ? AND sequence >= ? ORDER BY sequence LIMIT ?";
  private static final String AT = ROW + "WHERE global_index = ?";
  private static final String SHREDDED =
      ROW + "WHERE name = 'DeviceShredded' ORDER BY global_index";
  private static final String LAST = "SELECT max(sequence) FROM event WHERE stream = ?";

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  LogStatements(Connection connection) {
    this.connection = connection;
  }

  List<StoredEvent> after(long index, int limit) throws SQLException {
    return rows(AFTER, limit, index, limit);
  }

  List<StoredEvent> stream(String stream, long fromSequence, int limit) throws SQLException {
    return rows(STREAM, 16, stream, fromSequence, limit);
  }

  List<StoredEvent> at(long index) throws SQLException {
    return rows(AT, 1, index);
  }

  List<StoredEvent> shredded() throws SQLException {
    return rows(SHREDDED, 16);
  }

  OptionalLong lastSequence(String stream) throws SQLException {
    return number(LAST, stream);
  }

  private OptionalLong number(String sql, Object... parameters) throws SQLException {
    try (ResultSet rows = query(sql, parameters)) {
      rows.next();
      long number = rows.getLong(1);
      return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }
  }

  private List<StoredEvent> rows(String sql, int expected, Object... parameters)
      throws SQLException {
    List<StoredEvent> events = new ArrayList<>(Math.min(expected, 10_000));
    try (ResultSet rows = query(sql, parameters)) {
      while (rows.next()) {
        events.add(row(rows));
      }
    }
    return events;
  }

  private ResultSet query(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement.executeQuery();
  }

  /** Fills in the ten values of a row, in the order of the columns. */
  static void set(PreparedStatement insert, StoredEvent event) throws SQLException {
    insert.setLong(1, event.index());
    insert.setString(2, event.eventId());
    insert.setString(3, event.stream());
    insert.setString(4, event.kind());
    insert.setLong(5, event.sequence());
    insert.setLong(6, event.time());
    insert.setString(7, event.name());
    insert.setString(8, event.revision());
    insert.setBytes(9, event.payload());
    insert.setBytes(10, event.metadata());
  }

  private static StoredEvent row(ResultSet rows) throws SQLException {
    return new StoredEvent(
        rows.getLong(1),
        rows.getString(2),
        rows.getString(3),
        rows.getString(4),
        rows.getLong(5),
        rows.getLong(6),
        rows.getString(7),
        rows.getString(8),
        rows.getBytes(9),
        rows.getBytes(10));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
