// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.Subject;
import daybook.ops.postgres.Postgres;
import daybook.ops.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key store in PostgreSQL; the master key stays beside the server. */
class PostgresKeyStoreTest {
  private static final Subject A = new Subject("enrollment:A");

  @TempDir private Path home;
  private String url;

  @BeforeEach
  void database() throws SQLException {
    url = PostgresServer.newDatabase();
  }

  @Test
  void keysAreThereAfterReopening() throws SQLException {
    String id;
    String node;
    try (KeyStore keys = open()) {
      id = keys.present(A, KeyClass.SECRET, 0).id();
      keys.keep("ca-1", new byte[] {1, 2});
      node = keys.node();
    }
    assertThat(home.resolve("keys.db")).doesNotExist();
    try (KeyStore keys = open()) {
      assertThat(keys.key(id)).isPresent();
      assertThat(keys.present(A, KeyClass.SECRET, 0).id()).isEqualTo(id);
      assertThat(keys.fetch("ca-1")).hasValue(new byte[] {1, 2});
      assertThat(keys.node()).isEqualTo(node);
    }
  }

  @Test
  void droppedKeysAreGoneFromTheTablesAndAnOldDroppingLeavesTheNextGenerationAlone()
      throws SQLException {
    try (KeyStore keys = open()) {
      List<String> first = List.of(keys.present(A, KeyClass.SECRET, 0).id());
      keys.drop(A, 1, first);
      String second = keys.present(A, KeyClass.SECRET, 0).id();
      keys.drop(A, 1, first);
      assertThat(second).startsWith("2.");
      assertThat(keys.keyIds(A)).containsExactly(second);
      assertThat(ids()).containsExactly(second);
      keys.keep("push-1", new byte[] {1});
      keys.forget("push-1");
      assertThat(keys.fetch("push-1")).isEmpty();
    }
  }

  @Test
  void afterALostConnectionKeysAreMadeAsBefore() throws SQLException {
    try (KeyStore keys = open()) {
      String former = keys.present(A, KeyClass.SECRET, 0).id();
      PostgresServer.endConnections(url);
      String next = keys.present(A, KeyClass.PERSONAL, 2026).id();
      assertThat(keys.keyIds(A)).containsExactlyInAnyOrder(former, next);
    }
  }

  @Test
  void aSecondServerAndAnEmptyDatabaseAreRefused() throws SQLException {
    try (KeyStore keys = open()) {
      assertThat(keys.node()).isNotEmpty();
      assertThatThrownBy(this::open).isInstanceOf(Postgres.InUse.class);
    }
    String empty = PostgresServer.newDatabase();
    assertThatThrownBy(() -> KeyStore.open(empty, home, null, true))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("the database of daybook.keys_url has no keys");
  }

  private KeyStore open() throws SQLException {
    return KeyStore.open(url, home, null, false);
  }

  private List<String> ids() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM data_key")) {
      List<String> ids = new java.util.ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
      return ids;
    }
  }
}
