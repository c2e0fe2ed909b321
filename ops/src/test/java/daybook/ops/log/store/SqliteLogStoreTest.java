// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.ops.sqlite.Sqlite;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The log in SQLite. */
class SqliteLogStoreTest extends LogStoreContract {
  @Override
  String url() {
    return "";
  }

  @Test
  void fileOfALaterVersionIsRefused() throws Exception {
    close();
    try (Connection connection = Sqlite.durable(folder.resolve("log.db"))) {
      Sqlite.run(connection, "PRAGMA user_version = 99");
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("log.db has version 99");
  }
}
