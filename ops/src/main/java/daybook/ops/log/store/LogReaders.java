// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A few read-only connections, made when needed and kept. */
final class LogReaders implements AutoCloseable {
  private static final int CONNECTIONS = 8;
  private static final int PATIENCE_SECONDS = 30;

  /** Opens a connection. */
  interface Opening {
    LogStatements open() throws SQLException;
  }

  /** Something that reads. */
  interface Reading<T> {
    T read(LogStatements log) throws SQLException;
  }

  private final Opening opening;
  private final Semaphore permits = new Semaphore(CONNECTIONS);
  private final BlockingQueue<LogStatements> idle = new LinkedBlockingQueue<>();
  private volatile boolean closed;

  LogReaders(Opening opening) {
    this.opening = opening;
  }

  <T> T read(Reading<T> reading) {
    try {
      if (!permits.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new StoreUnavailable("too many read the log");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("interrupted while waiting to read the log", e);
    }
    try {
      return readAgainIfLost(reading);
    } catch (SQLException e) {
      throw new StoreUnavailable("the log can't be read: " + e.getMessage(), e);
    } finally {
      permits.release();
    }
  }

  /** When the database went away and came back, all idle connections are broken. */
  private <T> T readAgainIfLost(Reading<T> reading) throws SQLException {
    try {
      return readWithOne(reading);
    } catch (SQLException e) {
      if (!SqlFailure.isPassing(e)) {
        throw e;
      }
      closeIdle();
      return readWithOne(reading);
    }
  }

  /** A connection that has failed, or that comes back after the end, isn't kept. */
  private <T> T readWithOne(Reading<T> reading) throws SQLException {
    LogStatements log = idle.poll();
    if (log == null) {
      log = opening.open();
    }
    boolean keep = false;
    try {
      T result = reading.read(log);
      keep = !closed;
      return result;
    } finally {
      if (keep) {
        idle.add(log);
      } else {
        log.close();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    closed = true;
    closeIdle();
  }

  private void closeIdle() throws SQLException {
    for (LogStatements log = idle.poll(); log != null; log = idle.poll()) {
      log.close();
    }
  }
}
