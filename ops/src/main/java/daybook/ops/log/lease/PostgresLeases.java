// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.lease;

import daybook.domain.Lease;
import daybook.domain.Leases;
import daybook.ops.postgres.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases as rows of the log's database: who has one, the number of the term, and until when by the
 * database's clock. Renewed four times before it ends; a holder counts from before it asked, and by
 * half a second less, so that it stops by itself before another begins. {@link
 * daybook.ops.log.store.LogStore} takes from a policy only what its holder writes.
 */
public final class PostgresLeases implements Leases, AutoCloseable {
  /** After so long without a word its holder counts as dead. */
  static final Duration LASTS = Duration.ofSeconds(6);

  private static final Duration RENEWED = Duration.ofMillis(1_500);
  private static final Duration MARGIN = Duration.ofMillis(500);
  private static final Logger LOG = LoggerFactory.getLogger(PostgresLeases.class);

  private static final String TAKE =
      """
      INSERT INTO lease VALUES (?, ?, 1, clock_timestamp() + ? * interval '1 millisecond')
      ON CONFLICT (name) DO UPDATE SET
        term = lease.term + CASE WHEN lease.node = excluded.node THEN 0 ELSE 1 END,
        node = excluded.node,
        expires = excluded.expires
      WHERE lease.node = excluded.node OR lease.expires < clock_timestamp()
      RETURNING term
      """;
  private static final String RELEASE =
      "UPDATE lease SET expires = clock_timestamp() WHERE node = ?";

  private final Postgres database;
  private final String node;
  private final Runnable catchUp;
  private final Map<String, HeldLease> leases = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::run, "leases");
  private volatile boolean stopped;
  private Connection connection;
  private boolean lost;

  /**
   * @param url of the log's database
   * @param node this node's name
   * @param catchUp takes what other nodes have written; called after each change of holder
   */
  public PostgresLeases(String url, String node, Runnable catchUp) {
    this.database = new Postgres("daybook.log_url", url);
    this.node = node;
    this.catchUp = catchUp;
    thread.setDaemon(true);
  }

  /** Begins to take and to renew. */
  public void start() {
    thread.start();
  }

  @Override
  public Lease on(String work) {
    Lease lease = leases.computeIfAbsent(work, name -> new HeldLease(System::nanoTime));
    LockSupport.unpark(thread);
    return lease;
  }

  private void run() {
    while (!stopped) {
      try {
        for (Map.Entry<String, HeldLease> each : leases.entrySet()) {
          take(each.getKey(), each.getValue());
        }
        lost = false;
      } catch (SQLException | RuntimeException e) {
        tell(e);
        disconnect();
      }
      LockSupport.parkNanos(this, RENEWED.toNanos());
    }
  }

  private void take(String work, HeldLease lease) throws SQLException {
    long asked = System.nanoTime();
    try (PreparedStatement statement = connection().prepareStatement(TAKE)) {
      statement.setString(1, work);
      statement.setString(2, node);
      statement.setLong(3, LASTS.toMillis());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          lease.lose();
          return;
        }
        long term = rows.getLong(1);
        if (lease.term() != term) {
          catchUp.run();
          LOG.debug("{} is done here, term {}", work, term);
        }
        lease.hold(term, asked + LASTS.minus(MARGIN).toNanos());
      }
    }
  }

  private Connection connection() throws SQLException {
    if (connection == null) {
      connection = database.durable();
    }
    return connection;
  }

  private void tell(Exception failure) {
    if (!lost && !stopped) {
      LOG.warn(
          "What only one node may do can't be shared out now, and waits: {}", failure.getMessage());
      lost = true;
    }
  }

  private void disconnect() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      LOG.debug("a lost connection", e);
    }
    connection = null;
  }

  /** Gives back what this node has, so that another needn't wait for its end. */
  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(thread);
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
      if (thread.isAlive()) {
        return;
      }
      leases.values().forEach(HeldLease::lose);
      try (PreparedStatement statement = connection().prepareStatement(RELEASE)) {
        statement.setString(1, node);
        statement.executeUpdate();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.debug("the leases end by themselves", e);
    } finally {
      disconnect();
    }
  }
}
