// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The one table of events, in some database. Whoever has it open is the only one who writes, unless
 * it was opened for several. Its writing side is for one thread.
 */
interface LogTable extends AutoCloseable {
  /** The last event, when it is known. */
  record Head(long index, long time) {}

  /** Opens the table for this process alone, as {@link #open(String, Path, String)} does. */
  static LogTable open(String url, Path file) throws SQLException {
    return open(url, file, "");
  }

  /**
   * Opens the table, and makes it when there is none.
   *
   * @param url of PostgreSQL, {@code jdbc:postgresql://…}; empty: SQLite
   * @param file of SQLite
   * @param node this node's name, where others may write too, in PostgreSQL alone; empty: this one
   *     has it for itself
   * @throws SQLException when it can't be had, or commits there would not be durable
   */
  static LogTable open(String url, Path file, String node) throws SQLException {
    if (!url.isEmpty()) {
      return new PostgresTable(url, node);
    }
    if (!node.isEmpty()) {
      throw new IllegalArgumentException(
          "daybook.several_nodes needs daybook.log_url: several nodes share a log in PostgreSQL,"
              + " never a file");
    }
    return new SqliteTable(file);
  }

  /** The random id that the log got when it was made. */
  String id();

  Head head() throws SQLException;

  /**
   * Writes a group in one transaction, or nothing of it; durable when it returns.
   *
   * @return the index of the event before the group
   * @throws Guilty when one of the group is to blame
   * @throws SQLException when the database is
   */
  long append(List<List<StoredEvent>> group) throws Guilty, SQLException;

  /** The mark of the backup that this log is, or was restored from. */
  Optional<BackupMark> mark() throws SQLException;

  /** Keeps a mark instead of the former one. */
  void mark(BackupMark mark) throws SQLException;

  /** A connection of its own that only reads. */
  LogStatements reader() throws SQLException;

  /** How one hears of what other nodes write; empty when there are none. */
  default Optional<Signals> others() {
    return Optional.empty();
  }

  @Override
  void close() throws SQLException;
}
