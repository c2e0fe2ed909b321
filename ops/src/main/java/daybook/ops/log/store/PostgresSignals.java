// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import daybook.ops.postgres.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears what other nodes tell at the end of their transactions.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-notify.html">NOTIFY</a>
 */
final class PostgresSignals implements Signals {
  static final String CHANNEL = "daybook_log";

  private final Postgres database;
  private final String node;
  private Connection connection;

  /**
   * @param node this node, whose own writing it needn't hear of
   */
  PostgresSignals(Postgres database, String node) {
    this.database = database;
    this.node = node;
  }

  @Override
  public void await(int milliseconds) throws SQLException {
    try {
      if (connection == null) {
        connection = database.reader();
        Postgres.run(connection, "LISTEN " + CHANNEL);
        return; // what came before is not heard
      }
      long end = System.nanoTime() + milliseconds * 1_000_000L;
      for (long left = milliseconds; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
        if (others(connection.unwrap(PGConnection.class).getNotifications((int) left))) {
          return;
        }
      }
    } catch (SQLException e) {
      close();
      throw e;
    }
  }

  private boolean others(PGNotification... heard) {
    if (heard != null) {
      for (PGNotification each : heard) {
        if (!node.equals(each.getParameter())) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void close() throws SQLException {
    Connection former = connection;
    connection = null;
    if (former != null) {
      former.close();
    }
  }
}
