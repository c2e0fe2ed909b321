// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import static daybook.ops.log.store.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import daybook.ops.postgres.Postgres;
import daybook.ops.postgres.PostgresServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log in PostgreSQL. */
class PostgresLogStoreTest extends LogStoreContract {
  private String url;

  @Override
  String url() throws SQLException {
    if (url == null) {
      url = PostgresServer.newDatabase();
    }
    return url;
  }

  @Test
  void aSecondWriterIsRefusedUntilTheFirstHasEnded() throws Exception {
    LogStore first = log;
    assertThatThrownBy(this::open)
        .isInstanceOf(Postgres.InUse.class)
        .hasMessage("Another Daybook has the log of this database open; stop it first.");
    first.close();
    open();
  }

  @Test
  void afterLostConnectionsTheLogGoesOnAndHasNeitherHoleNorDouble() throws Exception {
    log.commits().append(List.of(row("task:a", 0)));
    assertThat(log.at(1)).isPresent();
    PostgresServer.endConnections(url);

    assertThat(log.at(1)).as("read over a connection made anew").isPresent();
    StoredEvent second = row("task:a", 1);
    await()
        .until(
            () -> {
              try {
                log.commits().append(List.of(second));
                return true;
              } catch (StoreUnavailable lost) {
                return false;
              }
            });
    assertThat(log.commits().refusing()).isNull();
    assertThat(log.after(0, 10)).extracting(StoredEvent::index).containsExactly(1L, 2L);
  }

  @Test
  void aUrlOfAnotherDatabaseIsRefusedWithoutTellingIt() {
    assertThatThrownBy(
            () ->
                LogStore.open(
                    "jdbc:mysql://h/d?password=secret",
                    folder,
                    GroupCommit.Limits.DEFAULT,
                    n -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("daybook.log_url must begin with jdbc:postgresql://, or be empty for SQLite");
  }

  @Test
  void aServerThatDoesNotSyncIsRefused() throws Exception {
    String careless = PostgresServer.urlOfOneThatDoesNotSync();
    assertThatThrownBy(
            () -> LogStore.open(careless, folder, GroupCommit.Limits.DEFAULT, size -> {}))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("daybook.log_url: the server runs with fsync = off");
  }
}
