// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import daybook.ops.sqlite.Sqlite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Copies keys into another database as they are stored, still wrapped; the master key stays where
 * it is. Nobody else may have either open.
 */
public final class KeyCopy {
  /** A table, and of its columns: text, number or bytes. */
  private record Table(String name, String columns) {}

  private static final List<Table> TABLES =
      List.of(
          new Table("fact", "tb"),
          new Table("data_key", "tttnnb"),
          new Table("shredded", "tn"),
          new Table("private_key", "tb"));

  /** The fact that says of what log a backup's keys are; it stays in the backup. */
  static final String BACKUP = "backup";

  private KeyCopy() {}

  /** Copies all keys into a new file. */
  static long backUp(Connection from, Path file, long events) throws SQLException {
    try (KeyDatabase to = KeyDatabase.open("", file)) {
      KeyTables tables = KeyTables.open(to);
      long keys = copy(from, to);
      tables.keepFact(BACKUP, Long.toString(events).getBytes(StandardCharsets.US_ASCII));
      Sqlite.run(to.connection(), "PRAGMA journal_mode = DELETE");
      return keys;
    }
  }

  /** Copies the keys of a backup into a store that has none yet, or no others. */
  static long restore(Connection from, String toUrl, Path toFile) throws SQLException {
    try (KeyDatabase to = KeyDatabase.open(toUrl, toFile)) {
      KeyTables.open(to);
      if (!rows(from, TABLES.get(0)).containsAll(rows(to.connection(), TABLES.get(0)))) {
        throw new KeysUnusable(
            "A backup is restored into an empty key store only, and other keys are there.");
      }
      return copy(from, to);
    }
  }

  /**
   * Copies what is missing, and compares all of it afterwards.
   *
   * @param fromUrl of PostgreSQL; empty: SQLite, in {@code fromFile}
   * @return how many keys both have
   * @throws KeysUnusable when other keys are there
   */
  public static long run(String fromUrl, Path fromFile, String toUrl, Path toFile)
      throws SQLException {
    try (KeyDatabase from = KeyDatabase.open(fromUrl, fromFile);
        KeyDatabase to = KeyDatabase.open(toUrl, toFile)) {
      KeyTables.open(from);
      KeyTables.open(to);
      return copy(from.connection(), to);
    }
  }

  private static long copy(Connection from, KeyDatabase to) throws SQLException {
    long keys = 0;
    for (Table table : TABLES) {
      Set<List<Object>> rows = rows(from, table);
      to.transaction(() -> insert(to, table, rows));
      if (!rows(to.connection(), table).equals(rows)) {
        throw new KeysUnusable(
            "The key store that is copied to has other keys; choose an empty one.");
      }
      keys += table.name().endsWith("key") ? rows.size() : 0;
    }
    return keys;
  }

  private static void insert(KeyDatabase to, Table table, Set<List<Object>> rows)
      throws SQLException {
    String places = "?" + ", ?".repeat(table.columns().length() - 1);
    try (PreparedStatement statement =
        to.connection()
            .prepareStatement(
                "INSERT INTO %s VALUES (%s) ON CONFLICT DO NOTHING"
                    .formatted(table.name(), places))) {
      for (List<Object> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          if (row.get(i) instanceof Bytes bytes) {
            statement.setBytes(i + 1, bytes.toArray());
          } else {
            statement.setObject(i + 1, row.get(i));
          }
        }
        statement.executeUpdate();
      }
    }
  }

  private static Set<List<Object>> rows(Connection database, Table table) throws SQLException {
    Set<List<Object>> all = new HashSet<>();
    try (PreparedStatement statement = database.prepareStatement("SELECT * FROM " + table.name());
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= table.columns().length(); i++) {
          row.add(
              switch (table.columns().charAt(i - 1)) {
                case 't' -> rows.getString(i);
                case 'n' -> rows.getInt(i);
                default -> new Bytes(rows.getBytes(i));
              });
        }
        if (!row.get(0).equals(BACKUP) || !table.name().equals("fact")) {
          all.add(row);
        }
      }
    }
    return all;
  }

  /** Bytes that are equal when they are the same. */
  private static final class Bytes {
    private final byte[] bytes;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] toArray() {
      return bytes;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes that && java.util.Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return java.util.Arrays.hashCode(bytes);
    }
  }
}
