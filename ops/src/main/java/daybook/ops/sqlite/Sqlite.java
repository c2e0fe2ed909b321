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

  /** Something that is written as a whole or not at all. */
  @FunctionalInterface
  public interface Writing<E extends Exception> {
    void write() throws SQLException, E;
  }

  /**
   * Runs a transaction of its own on a connection in auto-commit mode; it takes the write lock
   * first, and is durable when this returns. The driver's own transactions would begin the next one
   * with each commit, and keep the lock.
   */
  public static <E extends Exception> void transaction(Connection connection, Writing<E> writing)
      throws SQLException, E {
    run(connection, "BEGIN IMMEDIATE");
    boolean done = false;
    try {
      writing.write();
      run(connection, "COMMIT");
      done = true;
    } finally {
      if (!done) {
        run(connection, "ROLLBACK");
      }
    }
  }

  private static SQLiteConfig writer(SQLiteConfig.SynchronousMode synchronous) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(synchronous);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setGetGeneratedKeys(false); // or the driver asks for one after each insert
    return config;
  }

  private static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }
}
