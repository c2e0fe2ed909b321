// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import daybook.ops.sqlite.Sqlite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of a backup, only read. */
public final class KeyBackup implements AutoCloseable {
  static final byte[] MARK_CONTEXT = Fields.of("backup");

  private final Connection connection;
  private final RootKey root;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Integer> shredded = new HashMap<>();

  private KeyBackup(Connection connection, Path masterKey, String environment) throws SQLException {
    this.connection = connection;
    byte[] wrapped =
        fact(RootKey.FACT)
            .orElseThrow(() -> new KeysUnusable("The keys of the backup have no root key."));
    this.root = RootKey.of(wrapped, masterKey, environment);
    each("SELECT id FROM data_key", row -> ids.add(row.getString(1)));
    each(
        "SELECT subject, generation FROM shredded",
        row -> shredded.put(row.getString(1), row.getInt(2)));
  }

  /**
   * Opens it with the master key that will be used.
   *
   * @param masterKey the file
   * @param environment the master key of the environment in base64, or null
   * @throws KeysUnusable when the master key is missing or another one
   */
  public static KeyBackup open(Path file, Path masterKey, String environment) throws SQLException {
    Connection connection = Sqlite.reader(file);
    try {
      return new KeyBackup(connection, masterKey, environment);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** The head of the log whose events were all sealed with these keys; empty: it is no backup. */
  public Optional<Long> events() throws SQLException {
    return fact(KeyCopy.BACKUP)
        .map(bytes -> Long.parseLong(new String(bytes, StandardCharsets.US_ASCII)));
  }

  /** What a log's mark seals; empty when it was not sealed with these keys. */
  public Optional<String> openMark(String seal) {
    try {
      return Optional.of(
          new String(
              root.unwrap(Base64.getDecoder().decode(seal), MARK_CONTEXT), StandardCharsets.UTF_8));
    } catch (KeysUnusable | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether a data key is here. */
  public boolean has(String id) {
    return ids.contains(id);
  }

  /** Whether a key that isn't here was dropped since, because its subject was shredded. */
  public boolean wasShredded(String subject, String id) {
    Integer generation = shredded.get(subject);
    int dot = id.indexOf('.');
    return generation != null && dot > 0 && Integer.parseInt(id.substring(0, dot)) < generation;
  }

  /**
   * Copies all keys, still wrapped, to where none are yet.
   *
   * @param url of PostgreSQL; empty: SQLite, in {@code file}
   * @return how many
   * @throws KeysUnusable when other keys are there
   */
  public long restore(String url, Path file) throws SQLException {
    return KeyCopy.restore(connection, url, file);
  }

  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private void each(String sql, Row taker) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        taker.take(rows);
      }
    }
  }

  private Optional<byte[]> fact(String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT value FROM fact WHERE name = ?")) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
