// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import daybook.ops.postgres.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** The tables of keys in a database of PostgreSQL; a lost connection is made anew. */
final class PostgresKeys implements KeyDatabase {
  private final Postgres database;
  private final boolean several;
  private Connection connection;

  /**
   * @param several whether other nodes may use them too
   */
  PostgresKeys(String url, boolean several) throws SQLException {
    this.several = several;
    this.database = new Postgres("daybook.keys_url", url);
    this.connection = connect();
  }

  private Connection connect() throws SQLException {
    Connection made = database.durable();
    try {
      Postgres.own(made, Postgres.Lock.KEYS_OWNER, several, "the keys");
      return made;
    } catch (SQLException | RuntimeException e) {
      made.close();
      throw e;
    }
  }

  @Override
  public String bytes() {
    return "BYTEA";
  }

  @Override
  public String strict() {
    return "";
  }

  @Override
  public String missing() {
    return "The log has events but the database of daybook.keys_url has no keys: name the one that"
        + " has them. Without them nothing that was sealed can be opened.";
  }

  @Override
  public Connection connection() throws SQLException {
    if (connection == null) {
      connection = connect();
    }
    return connection;
  }

  @Override
  public Connection reader() throws SQLException {
    return database.reader();
  }

  @Override
  public void transaction(Writing writing) throws SQLException {
    Postgres.<SQLException>transaction(connection(), writing::write);
  }

  @Override
  public <T> T alone(String name, Supplier<T> work) throws SQLException {
    return several ? Postgres.alone(connection(), name, work) : work.get();
  }

  @Override
  public boolean again(SQLException failure) {
    if (!Postgres.isConnectionLost(failure) || connection == null) {
      return false;
    }
    try {
      connection.close();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
    connection = null;
    return true;
  }

  /** Rows that were deleted leave the tables; the server's write-ahead log has its own end. */
  @Override
  public void erase() throws SQLException {
    Postgres.run(connection(), "VACUUM data_key, private_key");
  }

  @Override
  public void close() throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }
}
