// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The mark of a backup in a database with a log; most have none. */
final class BackupMarks {
  private static final String TABLE = "backup_mark";

  private BackupMarks() {}

  static Optional<BackupMark> read(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection.getMetaData().getTables(null, connection.getSchema(), TABLE, null)) {
      if (!tables.next()) {
        return Optional.empty();
      }
    }
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT events, time, tree, seal FROM " + TABLE);
        ResultSet rows = statement.executeQuery()) {
      return rows.next()
          ? Optional.of(
              new BackupMark(
                  rows.getLong(1),
                  Instant.ofEpochMilli(rows.getLong(2)),
                  rows.getString(3),
                  rows.getString(4)))
          : Optional.empty();
    }
  }

  /** Keeps a mark instead of the former one. */
  static void write(Connection connection, BackupMark mark) throws SQLException {
    try (PreparedStatement make =
        connection.prepareStatement(
            "CREATE TABLE IF NOT EXISTS "
                + TABLE
                + " (events BIGINT NOT NULL, time BIGINT NOT NULL, tree TEXT NOT NULL,"
                + " seal TEXT NOT NULL)")) {
      make.executeUpdate();
    }
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + TABLE)) {
      delete.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?, ?, ?, ?)")) {
      insert.setLong(1, mark.events());
      insert.setLong(2, mark.time().toEpochMilli());
      insert.setString(3, mark.tree());
      insert.setString(4, mark.seal());
      insert.executeUpdate();
    }
  }
}
