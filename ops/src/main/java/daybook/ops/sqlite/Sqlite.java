// SPDX-License-Identifier: Apache-2.0
package daybook.ops.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** Opens SQLite files; every one in WAL mode, so that readers never wait for the writer. */
public final class Sqlite {
  private static final int BUSY_MILLIS = 5_000;

  private Sqlite() {}

  /**
   * A connection that writes durably: when a commit returns, the disk has it. Transactions take the
   * write lock when they begin.
   *
   * @see <a href="https://www.sqlite.org/pragma.html#pragma_synchronous">PRAGMA synchronous</a>
   */
  public static Connection durable(Path file) throws SQLException {
    return writer(SQLiteConfig.SynchronousMode.FULL).createConnection(url(file));
  }

  /** As {@link #durable}, and what is deleted is overwritten with zeros. */
  public static Connection erasing(Path file) throws SQLException {
    SQLiteConfig config = writer(SQLiteConfig.SynchronousMode.FULL);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return config.createConnection(url(file));
  }

  /** A connection that writes what can be made again: a crash may lose the newest of it. */
  public static Connection disposable(Path file) throws SQLException {
    SQLiteConfig config = writer(SQLiteConfig.SynchronousMode.NORMAL);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return config.createConnection(url(file));
  }

  /** A connection that only reads a file that a writer has made. */
  public static Connection reader(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    return config.createConnection(url(file));
  }

  /** Runs statements that return nothing, one after the other. */
  public static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static SQLiteConfig writer(SQLiteConfig.SynchronousMode synchronous) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(synchronous);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_MILLIS);
    return config;
  }

  private static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }
}
