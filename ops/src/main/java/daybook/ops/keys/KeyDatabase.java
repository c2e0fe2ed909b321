// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Where the tables of keys lie. Each write is durable when it returns. For one thread. */
interface KeyDatabase extends AutoCloseable {
  /** Something that is written as a whole or not at all. */
  interface Writing {
    void write() throws SQLException;
  }

  /**
   * @param url of PostgreSQL, {@code jdbc:postgresql://…}; empty: SQLite
   * @param file of SQLite
   */
  static KeyDatabase open(String url, Path file) throws SQLException {
    return open(url, file, false);
  }

  /**
   * The same.
   *
   * @param several whether other nodes may use them too; in PostgreSQL alone
   */
  static KeyDatabase open(String url, Path file, boolean several) throws SQLException {
    if (!url.isEmpty()) {
      return new PostgresKeys(url, several);
    }
    if (several) {
      throw new IllegalArgumentException(
          "daybook.several_nodes needs daybook.keys_url: several nodes share their keys in"
              + " PostgreSQL, never in a file");
    }
    return new SqliteKeys(file);
  }

  /** The type of a column of bytes. */
  String bytes();

  /** What ends the definition of a table. */
  String strict();

  /** The sentence for when a log has events and the keys aren't here. */
  String missing();

  Connection connection() throws SQLException;

  /** A connection of its own that only reads; for whoever asks. */
  Connection reader() throws SQLException;

  void transaction(Writing writing) throws SQLException;

  /** Does something while no other node does anything under the same name. */
  default <T> T alone(String name, Supplier<T> work) throws SQLException {
    return work.get();
  }

  /** Whether what has failed may succeed at once when it is tried again. */
  boolean again(SQLException failure);

  /** Leaves as little of deleted keys as the database can. */
  void erase() throws SQLException;

  @Override
  void close() throws SQLException;
}
