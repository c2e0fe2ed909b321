// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A log that nobody else has open. */
final class TableSource implements LogSource, AutoCloseable {
  private final LogTable table;
  private final LogStatements rows;

  private TableSource(LogTable table, LogStatements rows) {
    this.table = table;
    this.rows = rows;
  }

  /**
   * @param url of PostgreSQL; empty: SQLite, in {@code file}
   */
  static TableSource open(String url, Path file) throws SQLException {
    LogTable table = LogTable.open(url, file);
    try {
      return new TableSource(table, table.reader());
    } catch (SQLException e) {
      table.close();
      throw e;
    }
  }

  @Override
  public long head() throws SQLException {
    return table.head().index();
  }

  @Override
  public List<StoredEvent> after(long index, int limit) throws SQLException {
    return rows.after(index, limit);
  }

  @Override
  public Optional<BackupMark> mark() throws SQLException {
    return table.mark();
  }

  @Override
  public void close() throws SQLException {
    try {
      rows.close();
    } finally {
      table.close();
    }
  }
}
