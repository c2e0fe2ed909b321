// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import daybook.ops.files.OwnerOnly;
import daybook.ops.sqlite.Sqlite;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of {@code keys.db}. Each write is durable when it returns. For one thread. */
final class KeyFile implements AutoCloseable {
  private static final String KEY =
      "SELECT id, subject, class, generation, year, wrapped FROM data_key ";

  private final Connection connection;

  private KeyFile(Connection connection) {
    this.connection = connection;
  }

  static KeyFile open(Path file) throws SQLException {
    ownerOnly(file);
    Connection connection = Sqlite.erasing(file);
    Sqlite.run(
        connection,
        "CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT",
        """
        CREATE TABLE IF NOT EXISTS data_key (
          id TEXT PRIMARY KEY,
          subject TEXT NOT NULL,
          class TEXT NOT NULL,
          generation INTEGER NOT NULL,
          year INTEGER NOT NULL,
          wrapped BLOB NOT NULL,
          UNIQUE (subject, class, generation, year)
        ) STRICT
        """,
        "CREATE TABLE IF NOT EXISTS shredded"
            + " (subject TEXT PRIMARY KEY, generation INTEGER NOT NULL) STRICT",
        "CREATE TABLE IF NOT EXISTS private_key"
            + " (id TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT");
    return new KeyFile(connection);
  }

  /** SQLite gives its other files the mode of the first. */
  private static void ownerOnly(Path file) {
    try {
      OwnerOnly.file(file);
    } catch (IOException e) {
      throw new KeysUnusable("The key store " + file + " can't be made.", e);
    }
  }

  /** A named fact of the store: its root key, its node. */
  Optional<byte[]> fact(String name) {
    return bytes("SELECT value FROM fact WHERE name = ?", name);
  }

  void keepFact(String name, byte[] value) {
    update("INSERT INTO fact VALUES (?, ?)", name, value);
  }

  Optional<WrappedKey> key(String id) {
    return keys(KEY + "WHERE id = ?", id).stream().findFirst();
  }

  /** The key of a slot: the one that is there, else the new one. */
  WrappedKey insertIfAbsent(WrappedKey key) {
    update(
        "INSERT OR IGNORE INTO data_key VALUES (?, ?, ?, ?, ?, ?)",
        key.id(),
        key.subject(),
        key.keyClass().word(),
        key.generation(),
        key.year(),
        key.wrapped());
    return find(key.subject(), key.keyClass(), key.generation(), key.year()).orElseThrow();
  }

  Optional<WrappedKey> find(String subject, KeyClass keyClass, int generation, int year) {
    return keys(
            KEY + "WHERE subject = ? AND class = ? AND generation = ? AND year = ?",
            subject,
            keyClass.word(),
            generation,
            year)
        .stream()
        .findFirst();
  }

  List<WrappedKey> ofSubject(String subject) {
    return keys(KEY + "WHERE subject = ? ORDER BY id", subject);
  }

  /** All subjects whose name begins so. */
  List<String> subjects(String prefix) {
    return query(
        "SELECT DISTINCT subject FROM data_key WHERE substr(subject, 1, ?) = ?",
        rows -> rows.getString(1),
        prefix.length(),
        prefix);
  }

  /** The generation of a subject's keys: 1 until it is shredded. */
  int generation(String subject) {
    return query(
            "SELECT generation FROM shredded WHERE subject = ?", rows -> rows.getInt(1), subject)
        .stream()
        .findFirst()
        .orElse(1);
  }

  /** Deletes keys of a subject and opens a generation, unless a later one is open. */
  void drop(String subject, List<String> ids, int nextGeneration) {
    try {
      Sqlite.<SQLException>transaction(
          connection,
          () -> {
            for (String id : ids) {
              update("DELETE FROM data_key WHERE id = ? AND subject = ?", id, subject);
            }
            update(
                "INSERT INTO shredded VALUES (?1, ?2) ON CONFLICT (subject)"
                    + " DO UPDATE SET generation = max(generation, ?2)",
                subject,
                nextGeneration);
          });
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Deletes all keys of a subject. */
  void dropAll(String subject) {
    update("DELETE FROM data_key WHERE subject = ?", subject);
  }

  /** Leaves nothing of deleted keys in the write-ahead log. */
  void truncate() {
    try {
      Sqlite.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  Optional<byte[]> privateKey(String id) {
    return bytes("SELECT wrapped FROM private_key WHERE id = ?", id);
  }

  void keepPrivateKey(String id, byte[] wrapped) {
    update("INSERT INTO private_key VALUES (?, ?)", id, wrapped);
  }

  void dropPrivateKey(String id) {
    update("DELETE FROM private_key WHERE id = ?", id);
  }

  private Optional<byte[]> bytes(String sql, String parameter) {
    return query(sql, rows -> rows.getBytes(1), parameter).stream().findFirst();
  }

  private List<WrappedKey> keys(String sql, Object... parameters) {
    return query(
        sql,
        rows ->
            new WrappedKey(
                rows.getString(1),
                rows.getString(2),
                KeyClass.of(rows.getString(3)),
                rows.getInt(4),
                rows.getInt(5),
                rows.getBytes(6)),
        parameters);
  }

  private interface Row<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private <T> List<T> query(String sql, Row<T> row, Object... parameters) {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(row.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void update(String sql, Object... parameters) {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else {
        statement.setObject(i + 1, parameters[i]);
      }
    }
    return statement;
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("the key store failed: " + e.getMessage(), e);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
