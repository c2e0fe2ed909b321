// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daybook.domain.Lease;
import daybook.ops.log.store.GroupCommit;
import daybook.ops.log.store.LogStore;
import daybook.ops.postgres.Postgres;
import daybook.ops.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresLeasesTest {
  @TempDir private Path folder;
  private final AtomicInteger caughtUp = new AtomicInteger();
  private String url;
  private PostgresLeases one;
  private PostgresLeases other;

  @BeforeEach
  void open() throws Exception {
    url = PostgresServer.newDatabase();
    LogStore.open(url, folder, "made-it", GroupCommit.Limits.DEFAULT, size -> {}).close();
    one = new PostgresLeases(url, "one", caughtUp::incrementAndGet);
    other = new PostgresLeases(url, "other", caughtUp::incrementAndGet);
    one.start();
    other.start();
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void oneHasItAsLongAsItLivesAndTheOtherTakesOverAtItsEnd() {
    Lease first = one.on("sweep");
    await().until(first::held);
    assertThat(first.term()).isEqualTo(1);
    Lease second = other.on("sweep");
    await()
        .during(PostgresLeases.LASTS.plusSeconds(1))
        .atMost(Duration.ofSeconds(12))
        .until(() -> first.held() && !second.held());
    int before = caughtUp.get();

    one.close();

    await().atMost(Duration.ofSeconds(3)).until(second::held);
    assertThat(first.held()).isFalse();
    assertThat(second.term()).isEqualTo(2);
    assertThat(caughtUp).hasValue(before + 1);
  }

  @Test
  void whatADeadNodeHadIsTakenOverWithinTenSeconds() throws Exception {
    sql("INSERT INTO lease VALUES ('sweep', 'dead', 7, clock_timestamp() + interval '6 s')");
    Lease lease = one.on("sweep");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              if (lease.held()) {
                return true;
              }
              assertThat(lease.term()).isZero();
              return false;
            });
    assertThat(lease.term()).isEqualTo(8);
  }

  @Test
  void withoutTheDatabaseNobodyHasItSoonAndAfterwardsOneDoes() throws Exception {
    Lease lease = one.on("sweep");
    await().until(lease::held);
    PostgresServer.endConnections(url);
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(5))
        .until(() -> lease.held() && lease.term() == 1);
    sql("UPDATE lease SET node = 'third', term = 2, expires = clock_timestamp() + interval '1 h'");
    await().atMost(Duration.ofSeconds(3)).until(() -> !lease.held());
  }

  private void sql(String statement) throws Exception {
    try (Connection connection = DriverManager.getConnection(url)) {
      Postgres.run(connection, statement);
    }
  }
}
