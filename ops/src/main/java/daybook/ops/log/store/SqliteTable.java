// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import daybook.ops.sqlite.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The events in a file of SQLite, {@code log.db}. */
final class SqliteTable implements LogTable {
  private static final int VERSION = 1;
  private static final String INSERT =
      """
      INSERT INTO event
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
      WHERE ?5 = 0 OR EXISTS (SELECT 1 FROM event WHERE stream = ?3 AND sequence = ?5 - 1)
      """;

  private final Path file;
  private final Connection connection;
  private final String id;
  private final PreparedStatement insert;
  private long head;

  SqliteTable(Path file) throws SQLException {
    this.file = file;
    this.connection = Sqlite.durable(file);
    int version = (int) number("PRAGMA user_version");
    if (version > VERSION) {
      throw new SQLException(
          "log.db has version %d, this Daybook knows %d".formatted(version, VERSION));
    }
    if (version < VERSION) {
      Sqlite.<SQLException>transaction(connection, this::make);
    }
    this.id = text("SELECT id FROM identity");
    this.head = number("SELECT max(global_index) FROM event");
    this.insert = connection.prepareStatement(INSERT);
  }

  private void make() throws SQLException {
    Sqlite.run(
        connection,
        """
          CREATE TABLE event (
            global_index INTEGER PRIMARY KEY,
            event_id TEXT NOT NULL UNIQUE,
            stream TEXT NOT NULL,
            kind TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            time INTEGER NOT NULL,
            name TEXT NOT NULL,
            revision TEXT NOT NULL,
            payload BLOB NOT NULL,
            metadata BLOB NOT NULL,
            UNIQUE (stream, sequence)
          ) STRICT
          """,
        "CREATE INDEX event_shredded ON event (global_index) WHERE name = 'DeviceShredded'",
        "CREATE TABLE identity (id TEXT NOT NULL) STRICT",
        "INSERT INTO identity VALUES ('" + LogIds.random() + "')",
        "PRAGMA user_version = " + VERSION);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Head head() throws SQLException {
    return new Head(head, number("SELECT time FROM event ORDER BY global_index DESC LIMIT 1"));
  }

  @Override
  public long append(List<List<StoredEvent>> group) throws Guilty, SQLException {
    long before = head;
    Sqlite.<Guilty>transaction(connection, () -> insertAll(group));
    for (List<StoredEvent> events : group) {
      head += events.size();
    }
    return before;
  }

  private void insertAll(List<List<StoredEvent>> group) throws Guilty, SQLException {
    long index = head;
    for (int i = 0; i < group.size(); i++) {
      for (StoredEvent event : group.get(i)) {
        insert(i, event.at(++index));
      }
    }
  }

  private void insert(int append, StoredEvent event) throws Guilty, SQLException {
    try {
      LogStatements.set(insert, event);
      if (insert.executeUpdate() != 1) {
        throw Guilty.ofHole(append, event);
      }
    } catch (SQLException e) {
      if (SqlFailure.isConstraint(e)) {
        throw new Guilty(append, new Conflict(event, e));
      }
      throw e;
    }
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public Optional<BackupMark> mark() throws SQLException {
    return BackupMarks.read(connection);
  }

  @Override
  public void mark(BackupMark mark) throws SQLException {
    BackupMarks.write(connection, mark);
  }

  @Override
  public LogStatements reader() throws SQLException {
    return new LogStatements(Sqlite.reader(file));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
