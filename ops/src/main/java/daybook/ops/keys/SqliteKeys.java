// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import daybook.ops.files.OwnerOnly;
import daybook.ops.sqlite.Sqlite;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** {@code keys.db}, for its owner alone. */
final class SqliteKeys implements KeyDatabase {
  private final Path file;
  private final Connection connection;

  SqliteKeys(Path file) throws SQLException {
    this.file = file;
    ownerOnly(file);
    this.connection = Sqlite.erasing(file);
  }

  /** SQLite gives its other files the mode of the first. */
  private static void ownerOnly(Path file) {
    try {
      OwnerOnly.file(file);
    } catch (IOException e) {
      throw new KeysUnusable("The key store " + file + " can't be made.", e);
    }
  }

  @Override
  public String bytes() {
    return "BLOB";
  }

  @Override
  public String strict() {
    return " STRICT";
  }

  @Override
  public String missing() {
    return missing(file);
  }

  static String missing(Path file) {
    return "The log has events but keys.db is missing: put it back into "
        + file.getParent()
        + ". Without it nothing that was sealed can be opened.";
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public Connection reader() throws SQLException {
    return Sqlite.reader(file);
  }

  @Override
  public void transaction(Writing writing) throws SQLException {
    Sqlite.<SQLException>transaction(connection, writing::write);
  }

  @Override
  public boolean again(SQLException failure) {
    return false;
  }

  /** Overwritten by zeros in the file; the write-ahead log is emptied. */
  @Override
  public void erase() throws SQLException {
    Sqlite.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
