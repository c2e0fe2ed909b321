// SPDX-License-Identifier: Apache-2.0
package daybook.ops.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL for tests, started when it is needed first; it ends with the tests. */
public final class PostgresServer {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** Its tests' server syncs, as a real one does. */
  private static final class Careful {
    private static final EmbeddedPostgres SERVER = start("on");
  }

  private PostgresServer() {}

  /** The URL of a new, empty database. */
  public static String newDatabase() throws SQLException {
    String name = "daybook_" + DATABASES.incrementAndGet();
    try (Connection connection =
        DriverManager.getConnection(Careful.SERVER.getJdbcUrl("postgres", "postgres"))) {
      Postgres.run(connection, "CREATE DATABASE " + name);
    }
    return Careful.SERVER.getJdbcUrl("postgres", name);
  }

  /** Ends all other connections to a database, as a restart of the server would. */
  public static void endConnections(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      Postgres.run(
          connection,
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }
  }

  public static String urlOfOneThatDoesNotSync() {
    return start("off").getJdbcUrl("postgres", "postgres");
  }

  private static EmbeddedPostgres start(String sync) {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", sync)
              .setServerConfig("synchronous_commit", sync)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
