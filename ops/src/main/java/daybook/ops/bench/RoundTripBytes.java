// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import daybook.ops.sqlite.Sqlite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What Daybook wrote into its log for the newest round trip: an answer, and the next delivery. */
final class RoundTripBytes {
  private static final String COLUMNS = "event_id, stream, kind, name, revision, payload, metadata";
  private static final int NUMBERS = 3 * Long.BYTES;

  private RoundTripBytes() {}

  /** The bytes of both rows, one after the other. */
  static byte[] newest(Path log) throws SQLException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Connection connection = Sqlite.reader(log);
        Statement statement = connection.createStatement()) {
      append(statement, "CommandAcknowledged", bytes);
      append(statement, "CommandDelivered", bytes);
    }
    return bytes.toByteArray();
  }

  private static void append(Statement statement, String name, ByteArrayOutputStream bytes)
      throws SQLException, IOException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT %s FROM event WHERE name = '%s' ORDER BY global_index DESC LIMIT 1"
                .formatted(COLUMNS, name))) {
      if (!row.next()) {
        throw new IOException("there is no " + name + " in the log");
      }
      for (int column = 1; column <= 5; column++) {
        bytes.write(row.getString(column).getBytes(StandardCharsets.UTF_8));
      }
      bytes.write(row.getBytes(6));
      bytes.write(row.getBytes(7));
      bytes.write(new byte[NUMBERS]);
    }
  }
}
