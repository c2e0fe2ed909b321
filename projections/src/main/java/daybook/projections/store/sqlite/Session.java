// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A connection and its prepared statements; used by one thread at a time. */
public final class Session implements AutoCloseable {
  private static final int MOST = 64;

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  Session(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /** A statement with parameters set; kept for the next time, so not to be closed. */
  public PreparedStatement statement(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      forgetSome();
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  /** Runs a statement that returns nothing. */
  public void run(String sql, Object... parameters) throws SQLException {
    statement(sql, parameters).executeUpdate();
  }

  private void forgetSome() throws SQLException {
    if (statements.size() >= MOST) {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
      statements.clear();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
