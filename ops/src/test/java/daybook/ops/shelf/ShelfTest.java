// SPDX-License-Identifier: Apache-2.0
package daybook.ops.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daybook.domain.Shelf;
import daybook.ops.postgres.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;

/** Both shelves keep, forget, and give once; that of several nodes tells its table nothing. */
class ShelfTest {
  private static final byte[] CONTENT = "who it is".getBytes(StandardCharsets.UTF_8);
  private static final Duration LONG = Duration.ofHours(1);

  private String url;
  private PostgresShelf one;
  private PostgresShelf other;

  @BeforeEach
  void open() throws Exception {
    url = PostgresServer.newDatabase();
    one = new PostgresShelf(url);
    other = new PostgresShelf(url);
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void whatLiesThereIsFoundUntilItIsTakenOrItsTimeIsOver() {
    for (Shelf shelf : List.of(one, new MemoryShelf())) {
      assertThat(shelf.find("secret")).isEmpty();
      shelf.put("secret", "former".getBytes(StandardCharsets.UTF_8), LONG);
      shelf.put("secret", CONTENT, LONG);
      assertThat(shelf.find("secret")).contains(CONTENT);
      assertThat(shelf.find("Secret")).isEmpty();
      assertThat(shelf.take("secret")).contains(CONTENT);
      assertThat(shelf.take("secret")).isEmpty();
      shelf.put("short", CONTENT, Duration.ofMillis(1));
      await().atMost(Duration.ofSeconds(2)).until(() -> shelf.find("short").isEmpty());
      assertThat(shelf.take("short")).isEmpty();
    }
  }

  @Test
  void oneNodeFindsWhatAnotherPutThereAndOneOfManyTakesIt() throws Exception {
    one.put("secret", CONTENT, LONG);
    assertThat(other.find("secret")).contains(CONTENT);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Boolean>> takers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      PostgresShelf shelf = i % 2 == 0 ? one : other;
      takers.add(threads.submit(() -> shelf.take("secret").isPresent()));
    }
    int taken = 0;
    for (Future<Boolean> each : takers) {
      taken += each.get() ? 1 : 0;
    }
    threads.shutdown();
    assertThat(taken).isEqualTo(1);
  }

  @Test
  void theTableTellsNeitherSecretNorContentAndTakesNoOtherContent() throws Exception {
    one.put("secret", CONTENT, LONG);
    one.put("thief", CONTENT, LONG);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SELECT place, content FROM shelf")) {
        while (rows.next()) {
          assertThat(rows.getString(1)).matches("[0-9a-f]{64}");
          assertThat(new String(rows.getBytes(2), StandardCharsets.ISO_8859_1))
              .doesNotContain("who");
        }
      }
      statement.executeUpdate(
          "UPDATE shelf SET content = (SELECT content FROM shelf ORDER BY place LIMIT 1)");
    }
    assertThat(List.of(one.find("secret").isPresent(), one.find("thief").isPresent()))
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void afterALostConnectionItIsThereAgain() throws Exception {
    one.put("secret", CONTENT, LONG);
    PostgresServer.endConnections(url);
    assertThat(one.find("secret")).contains(CONTENT);
  }

  @Test
  void aSessionIsKeptUnderItsNewIdAloneAndEndsForAll() {
    SharedSessions here = new SharedSessions(one, LONG);
    SharedSessions there = new SharedSessions(other, LONG);
    MapSession session = here.createSession();
    session.setAttribute("daybook.page.era", 3);
    session.setAttribute("told", new ArrayList<>(List.of("Saved.")));
    here.save(session);
    String former = session.getId();

    MapSession found = there.findById(former);
    assertThat(found.<Integer>getAttribute("daybook.page.era")).isEqualTo(3);
    assertThat(found.<List<String>>getAttribute("told")).containsExactly("Saved.");
    assertThat(found.getCreationTime().toEpochMilli())
        .isEqualTo(session.getCreationTime().toEpochMilli());
    String next = found.changeSessionId();
    there.save(found);
    assertThat(here.findById(former)).isNull();
    assertThat(here.findById(next)).isNotNull();

    here.deleteById(next);
    assertThat(there.findById(next)).isNull();
  }

  @Test
  void aSessionOfOtherThingsIsNone() {
    SharedSessions sessions = new SharedSessions(one, LONG);
    MapSession session = sessions.createSession();
    session.setAttribute("uri", java.net.URI.create("http://h/"));
    sessions.save(session);
    assertThat(sessions.findById(session.getId())).isNull();
  }
}
