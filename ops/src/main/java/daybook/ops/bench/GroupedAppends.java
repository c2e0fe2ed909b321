// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/**
 * The least that makes bytes durable for many callers: one thread writes what has queued up during
 * the last fsync in one transaction (SQLite, WAL, {@code synchronous=FULL}).
 */
final class GroupedAppends {
  private static final class Append {
    private final byte[] bytes;
    private final CompletableFuture<Void> durable = new CompletableFuture<>();

    private Append(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  private static final int MOST_AT_ONCE = 1024;

  private final BlockingQueue<Append> queue = new ArrayBlockingQueue<>(MOST_AT_ONCE);
  private final Connection connection;
  private final PreparedStatement insert;

  GroupedAppends(Path file) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("CREATE TABLE appended (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
    }
    connection.setAutoCommit(false);
    insert = connection.prepareStatement("INSERT INTO appended (bytes) VALUES (?)");
    Thread writer = new Thread(this::write, "writer");
    writer.setDaemon(true);
    writer.start();
  }

  /** Returns when the bytes are durable. */
  void append(byte[] bytes) throws InterruptedException {
    Append append = new Append(bytes);
    queue.put(append);
    append.durable.join();
  }

  private void write() {
    List<Append> group = new ArrayList<>();
    try {
      while (true) {
        group.add(queue.take());
        queue.drainTo(group, MOST_AT_ONCE - 1);
        for (Append append : group) {
          insert.setBytes(1, append.bytes);
          insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
        group.forEach(append -> append.durable.complete(null));
        group.clear();
      }
    } catch (SQLException e) {
      group.forEach(append -> append.durable.completeExceptionally(e));
      throw new IllegalStateException("the ceiling's file can't be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
