// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import daybook.ops.sqlite.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The log of a backup, only read. */
public final class BackupFile implements LogSource, AutoCloseable {
  private final Connection connection;
  private final LogStatements rows;

  private BackupFile(Connection connection) {
    this.connection = connection;
    this.rows = new LogStatements(connection);
  }

  public static BackupFile open(Path file) throws SQLException {
    return new BackupFile(Sqlite.reader(file));
  }

  /**
   * Ends the writing of a file for good: all of it lies in this one file afterwards, which needs
   * none beside it to be read.
   */
  public static void finish(Path file) throws SQLException {
    try (Connection writer = Sqlite.durable(file)) {
      Sqlite.run(writer, "PRAGMA journal_mode = DELETE");
    }
  }

  @Override
  public long head() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT max(global_index) FROM event");
        ResultSet result = statement.executeQuery()) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  @Override
  public List<StoredEvent> after(long index, int limit) throws SQLException {
    return rows.after(index, limit);
  }

  @Override
  public Optional<BackupMark> mark() throws SQLException {
    return BackupMarks.read(connection);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
