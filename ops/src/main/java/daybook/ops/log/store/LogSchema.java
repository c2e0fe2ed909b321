// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import daybook.ops.sqlite.Sqlite;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** The tables of {@code log.db}. */
final class LogSchema {
  private static final int VERSION = 1;

  private LogSchema() {}

  /** Makes the tables of a new file; refuses a file of a later version. */
  static void open(Connection connection) throws SQLException {
    int version = (int) number(connection, "PRAGMA user_version");
    if (version > VERSION) {
      throw new SQLException(
          "log.db has version %d, this Daybook knows %d".formatted(version, VERSION));
    }
    if (version < VERSION) {
      Sqlite.<SQLException>transaction(connection, () -> make(connection));
    }
  }

  private static void make(Connection connection) throws SQLException {
    Sqlite.run(
        connection,
        """
          CREATE TABLE event (
            global_index INTEGER PRIMARY KEY,
            event_id TEXT NOT NULL UNIQUE,
            stream TEXT NOT NULL,
            kind TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            time INTEGER NOT NULL,
            name TEXT NOT NULL,
            revision TEXT NOT NULL,
            payload BLOB NOT NULL,
            metadata BLOB NOT NULL,
            UNIQUE (stream, sequence)
          ) STRICT
          """,
        "CREATE INDEX event_shredded ON event (global_index) WHERE name = 'DeviceShredded'",
        "CREATE TABLE identity (id TEXT NOT NULL) STRICT",
        "INSERT INTO identity VALUES ('" + random() + "')",
        "PRAGMA user_version = " + VERSION);
  }

  /** The random id of a log, made with its file. */
  static String id(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM identity")) {
      rows.next();
      return rows.getString(1);
    }
  }

  static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private static String random() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
