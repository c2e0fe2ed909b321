// SPDX-License-Identifier: Apache-2.0
package daybook.ops.shelf;

import daybook.domain.Shelf;
import daybook.ops.postgres.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shelf of several nodes: a table. A row is found by a hash of the secret and sealed with a key
 * made from it, so that the table tells nothing to who reads it. While the database is away nothing
 * is there.
 */
final class PostgresShelf implements Shelf, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresShelf.class);
  private static final String MAKE =
      """
      CREATE TABLE IF NOT EXISTS shelf (
        place TEXT PRIMARY KEY,
        content BYTEA NOT NULL,
        expires TIMESTAMPTZ NOT NULL
      )
      """;
  private static final String PUT =
      """
      INSERT INTO shelf VALUES (?, ?, clock_timestamp() + ? * interval '1 millisecond')
      ON CONFLICT (place) DO UPDATE SET content = excluded.content, expires = excluded.expires
      """;
  private static final String FIND =
      "SELECT content FROM shelf WHERE place = ? AND expires > clock_timestamp()";
  private static final String TAKE =
      "DELETE FROM shelf WHERE place = ? AND expires > clock_timestamp() RETURNING content";
  private static final String SWEEP = "DELETE FROM shelf WHERE expires < clock_timestamp()";

  private static final long SWEPT_EVERY = Duration.ofMinutes(1).toNanos();

  private final Postgres database;
  private Connection connection;
  private long swept = System.nanoTime() - SWEPT_EVERY - 1;

  /**
   * @param url of the log's database
   */
  PostgresShelf(String url) throws SQLException {
    this.database = new Postgres("daybook.log_url", url);
    this.connection = connect();
    try {
      Postgres.alone(
          connection,
          "shelf",
          () -> {
            try {
              Postgres.run(connection, MAKE);
              return null;
            } catch (SQLException e) {
              throw new IllegalStateException("the shelf can't be made: " + e.getMessage(), e);
            }
          });
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Nobody misses what a crash of the database loses here. */
  private Connection connect() throws SQLException {
    Connection made = database.durable();
    Postgres.run(made, "SET synchronous_commit = off");
    return made;
  }

  private interface Work<T> {
    T run(Connection open) throws SQLException;
  }

  @Override
  public void put(String secret, byte[] content, Duration time) {
    ShelfPlace place = ShelfPlace.of(secret);
    byte[] sealed = place.seal(content);
    Optional<Boolean> unused =
        attempt(
            open -> {
              sweep(open);
              try (PreparedStatement statement = open.prepareStatement(PUT)) {
                statement.setString(1, place.name());
                statement.setBytes(2, sealed);
                statement.setLong(3, time.toMillis());
                statement.executeUpdate();
                return Optional.of(true);
              }
            });
  }

  private void sweep(Connection open) throws SQLException {
    long now = System.nanoTime();
    if (now - swept > SWEPT_EVERY) {
      Postgres.run(open, SWEEP);
      swept = now;
    }
  }

  @Override
  public Optional<byte[]> find(String secret) {
    return read(FIND, secret);
  }

  @Override
  public Optional<byte[]> take(String secret) {
    return read(TAKE, secret);
  }

  private Optional<byte[]> read(String sql, String secret) {
    ShelfPlace place = ShelfPlace.of(secret);
    return attempt(
            open -> {
              try (PreparedStatement statement = open.prepareStatement(sql)) {
                statement.setString(1, place.name());
                try (ResultSet rows = statement.executeQuery()) {
                  return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.<byte[]>empty();
                }
              }
            })
        .flatMap(place::open);
  }

  /** A connection that was lost is made anew, once. */
  private synchronized <T> Optional<T> attempt(Work<Optional<T>> work) {
    for (int left = 1; left >= 0; left--) {
      try {
        if (connection == null) {
          connection = connect();
        }
        return work.run(connection);
      } catch (SQLException e) {
        if (left == 0 || !Postgres.isConnectionLost(e)) {
          LOG.warn("Page sessions can't be had now: {}", e.getMessage());
          left = 0;
        }
        forget();
      }
    }
    return Optional.empty();
  }

  private void forget() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      LOG.debug("a lost connection", e);
    }
    connection = null;
  }

  @Override
  public synchronized void close() {
    forget();
  }
}
