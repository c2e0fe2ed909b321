// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The tables of keys. Each write is durable when it returns. For one thread. */
final class KeyTables implements AutoCloseable {
  private static final String KEY =
      "SELECT id, subject, class, generation, year, wrapped FROM data_key ";

  private final KeyDatabase database;

  private KeyTables(KeyDatabase database) {
    this.database = database;
  }

  static KeyTables open(KeyDatabase database) {
    KeyTables tables = new KeyTables(database);
    String bytes = database.bytes();
    String end = database.strict();
    tables.update(
        "CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value "
            + bytes
            + " NOT NULL)"
            + end);
    tables.update(
        """
        CREATE TABLE IF NOT EXISTS data_key (
          id TEXT PRIMARY KEY,
          subject TEXT NOT NULL,
          class TEXT NOT NULL,
          generation INTEGER NOT NULL,
          year INTEGER NOT NULL,
          wrapped %s NOT NULL,
          UNIQUE (subject, class, generation, year)
        )"""
                .formatted(bytes)
            + end);
    tables.update(
        "CREATE TABLE IF NOT EXISTS shredded"
            + " (subject TEXT PRIMARY KEY, generation INTEGER NOT NULL)"
            + end);
    tables.update(
        "CREATE TABLE IF NOT EXISTS private_key (id TEXT PRIMARY KEY, wrapped "
            + bytes
            + " NOT NULL)"
            + end);
    return tables;
  }

  /** Copies all into a new file, by a connection of its own. */
  long backUp(Path file, long events) throws SQLException {
    try (Connection reader = database.reader()) {
      return KeyCopy.backUp(reader, file, events);
    }
  }

  /** Does something while no other node does anything under the same name. */
  <T> T alone(String name, Supplier<T> work) {
    try {
      return database.alone(name, work);
    } catch (SQLException e) {
      throw failed(e);
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
        "INSERT INTO data_key VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
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
    attempt(
        () -> {
          database.transaction(
              () -> {
                for (String id : ids) {
                  execute("DELETE FROM data_key WHERE id = ? AND subject = ?", id, subject);
                }
                execute(
                    "INSERT INTO shredded VALUES (?, ?) ON CONFLICT (subject) DO UPDATE SET"
                        + " generation = excluded.generation"
                        + " WHERE excluded.generation > shredded.generation",
                    subject,
                    nextGeneration);
              });
          return null;
        });
  }

  /** Deletes all keys of a subject. */
  void dropAll(String subject) {
    update("DELETE FROM data_key WHERE subject = ?", subject);
  }

  /** Leaves as little of deleted keys as the database can. */
  void erase() {
    attempt(
        () -> {
          database.erase();
          return null;
        });
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
    return attempt(
        () -> {
          try (PreparedStatement statement = prepare(sql, parameters);
              ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
              found.add(row.read(rows));
            }
            return found;
          }
        });
  }

  private void update(String sql, Object... parameters) {
    attempt(
        () -> {
          execute(sql, parameters);
          return null;
        });
  }

  private void execute(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      statement.executeUpdate();
    }
  }

  private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = database.connection().prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else {
        statement.setObject(i + 1, parameters[i]);
      }
    }
    return statement;
  }

  private interface Work<T> {
    T run() throws SQLException;
  }

  private <T> T attempt(Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      return attemptAgain(work, e);
    }
  }

  private <T> T attemptAgain(Work<T> work, SQLException former) {
    try {
      if (database.again(former)) {
        return work.run();
      }
      throw failed(former);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("the key store failed: " + e.getMessage(), e);
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
