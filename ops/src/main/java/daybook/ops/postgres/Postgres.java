// SPDX-License-Identifier: Apache-2.0
package daybook.ops.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.function.Supplier;

/** A database of PostgreSQL, by the setting that names it. What the URL holds is never told. */
public final class Postgres {
  private static final String SCHEME = "jdbc:postgresql:";
  private static final int SECONDS_TO_CONNECT = 10;

  private static final int NAMES = 0x6461_7901;
  private static final int WORK = 0x6461_7902;

  /** What is locked in a database, once for all who use it. */
  public enum Lock {
    /** Held by whoever has the log open for writing; shared by several nodes. */
    LOG_OWNER(0x6461_7962_6f6f_6b01L),
    /** Held during a group's transaction. */
    LOG_ORDER(0x6461_7962_6f6f_6b02L),
    /** Held by whoever has the key store open; shared by several nodes. */
    KEYS_OWNER(0x6461_7962_6f6f_6b03L);

    private final long number;

    Lock(long number) {
      this.number = number;
    }
  }

  /** Something that is written as a whole or not at all. */
  @FunctionalInterface
  public interface Writing<E extends Exception> {
    void write() throws SQLException, E;
  }

  private final String setting;
  private final String url;

  /**
   * @param setting the name of the setting that holds the URL
   * @throws IllegalArgumentException when it is none of PostgreSQL
   */
  public Postgres(String setting, String url) {
    if (!url.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          setting + " must begin with " + SCHEME + "//, or be empty for SQLite");
    }
    this.setting = setting;
    this.url = url;
  }

  /**
   * A connection that writes durably: when a commit returns, the disk has it.
   *
   * @see <a href="https://www.postgresql.org/docs/current/runtime-config-wal.html">fsync,
   *     synchronous_commit</a>
   * @throws SQLException also when the server doesn't sync
   */
  public Connection durable() throws SQLException {
    Connection connection = connect();
    try {
      if (setting(connection, "fsync").equals("off")) {
        throw new SQLException(
            setting
                + ": the server runs with fsync = off, so nothing there is durable. Turn it on.");
      }
      if (setting(connection, "synchronous_commit").equals("off")) {
        run(connection, "SET synchronous_commit = on");
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** A connection that only reads. */
  public Connection reader() throws SQLException {
    Connection connection = connect();
    connection.setReadOnly(true);
    return connection;
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "Daybook");
    properties.setProperty("connectTimeout", Integer.toString(SECONDS_TO_CONNECT));
    properties.setProperty("loginTimeout", Integer.toString(SECONDS_TO_CONNECT));
    properties.setProperty("logServerErrorDetail", "false");
    try {
      return DriverManager.getConnection(url, properties);
    } catch (SQLException e) {
      throw new SQLException(
          "%s: the database can't be reached: %s".formatted(setting, e.getMessage()),
          e.getSQLState(),
          e);
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Runs statements that return nothing, one after the other. */
  public static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Runs a transaction; durable when this returns. */
  public static <E extends Exception> void transaction(Connection connection, Writing<E> writing)
      throws SQLException, E {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      writing.write();
      connection.commit();
      done = true;
    } finally {
      if (!connection.isClosed()) {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    }
  }

  /** Waits for a lock, and holds it until the transaction ends. */
  public static void lock(Connection connection, Lock lock) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
      statement.setLong(1, lock.number);
      statement.execute();
    }
  }

  /**
   * Takes a lock and holds it as long as the connection lives.
   *
   * @param several whether others may hold it in the same way
   * @throws InUse when another has it for itself alone, or when it isn't to be shared
   */
  public static void own(Connection connection, Lock lock, boolean several, String what)
      throws SQLException {
    String function = several ? "pg_try_advisory_lock_shared" : "pg_try_advisory_lock";
    if (!tryLock(connection, "SELECT " + function + "(?)", lock.number)) {
      throw new InUse(
          "Another Daybook has "
              + what
              + " of this database open"
              + (several ? " for itself alone; stop it, and start both with" : "; stop it first.")
              + (several ? " daybook.several_nodes." : ""));
    }
  }

  /**
   * Takes the name of a node, and holds it as long as the connection lives.
   *
   * @throws InUse when another has it
   */
  public static void ownName(Connection connection, String node) throws SQLException {
    if (!tryLock(connection, "SELECT pg_try_advisory_lock(" + NAMES + ", ?)", node.hashCode())) {
      throw new InUse(
          "Another Daybook runs as the same node: if this home was copied from its home, remove the"
              + " file named node from one of them.");
    }
  }

  /** Does something while nobody else does anything under the same name in this database. */
  public static <T> T alone(Connection connection, String name, Supplier<T> work)
      throws SQLException {
    String place = "(" + WORK + ", " + name.hashCode() + ")";
    run(connection, "SELECT pg_advisory_lock" + place);
    try {
      return work.get();
    } finally {
      if (!connection.isClosed()) {
        run(connection, "SELECT pg_advisory_unlock" + place);
      }
    }
  }

  private static boolean tryLock(Connection connection, String sql, Number number)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, number);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }

  /** Another process uses what only one may use. */
  public static final class InUse extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    InUse(String sentence) {
      super(sentence);
    }
  }

  /** Whether the connection is gone, or the server is stopping or starting: it comes again. */
  public static boolean isConnectionLost(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }
}
