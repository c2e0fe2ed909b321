// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.sqlite;

import daybook.projections.store.StoreFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.sqlite.SQLiteConfig;

/**
 * One SQLite file in WAL mode: one connection that writes, and a few that read. Deleted content is
 * overwritten. Closing waits for readers.
 */
public final class SqliteFile implements AutoCloseable {
  private final Path path;
  private final Session writer;
  private final ConcurrentLinkedQueue<Session> readers = new ConcurrentLinkedQueue<>();
  private final ReadWriteLock open = new ReentrantReadWriteLock();
  private boolean closed;

  /** Work on one connection. */
  @FunctionalInterface
  public interface Work<R> {
    R with(Session session) throws SQLException;
  }

  private SqliteFile(Path path) throws SQLException {
    this.path = path;
    this.writer = session(false);
  }

  public static SqliteFile open(Path path) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      return new SqliteFile(path);
    } catch (SQLException | java.io.IOException e) {
      throw new StoreFailure("can't open " + path, e);
    }
  }

  /** Runs work in one transaction of the connection that writes. */
  public synchronized <R> R write(Work<R> work) {
    try {
      writer.connection().setAutoCommit(false);
      try {
        R result = work.with(writer);
        writer.connection().commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        writer.connection().rollback();
        throw e;
      } finally {
        writer.connection().setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new StoreFailure("can't write " + path, e);
    }
  }

  /** Runs work on a connection that reads; it sees whole transactions only. */
  public <R> R read(Work<R> work) {
    open.readLock().lock();
    try {
      if (closed) {
        throw new StoreFailure(path + " is closed", null);
      }
      Session free = readers.poll();
      return read(free == null ? session(true) : free, work);
    } catch (SQLException e) {
      throw new StoreFailure("can't read " + path, e);
    } finally {
      open.readLock().unlock();
    }
  }

  private <R> R read(Session reader, Work<R> work) throws SQLException {
    boolean sound = false;
    try {
      R result = work.with(reader);
      sound = true;
      return result;
    } finally {
      if (sound) {
        readers.add(reader);
      } else {
        reader.close();
      }
    }
  }

  /** Runs a statement outside a transaction. */
  public synchronized void execute(String sql) {
    try (Statement statement = writer.connection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new StoreFailure("can't change " + path, e);
    }
  }

  /**
   * Empties the write-ahead log, so that no former content is left in it; false when a reader is in
   * the way.
   */
  public synchronized boolean truncateLog() {
    try (Statement statement = writer.connection().createStatement();
        ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      return result.next() && result.getInt(1) == 0;
    } catch (SQLException e) {
      throw new StoreFailure("can't truncate the log of " + path, e);
    }
  }

  @Override
  public void close() {
    open.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      for (Session reader : readers) {
        reader.close();
      }
      synchronized (this) {
        writer.close();
      }
    } catch (SQLException e) {
      throw new StoreFailure("can't close " + path, e);
    } finally {
      open.writeLock().unlock();
    }
  }

  private Session session(boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setGetGeneratedKeys(false); // or the driver asks for one after each insert
    Connection connection = config.createConnection("jdbc:sqlite:" + path);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = NORMAL");
      statement.execute("PRAGMA secure_delete = ON");
      statement.execute("PRAGMA temp_store = MEMORY");
      if (readOnly) {
        statement.execute("PRAGMA query_only = ON");
      }
    }
    return new Session(connection);
  }
}
