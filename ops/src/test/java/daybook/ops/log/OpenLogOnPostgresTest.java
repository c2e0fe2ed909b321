// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import daybook.ops.postgres.PostgresServer;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;

/** The same, with log and keys in PostgreSQL. */
class OpenLogOnPostgresTest extends OpenLogTest {
  private String url;

  @BeforeEach
  void database() throws SQLException {
    url = PostgresServer.newDatabase();
  }

  @Override
  OpenLogBuilder house() {
    return super.house().logUrl(url).keysUrl(url);
  }
}
