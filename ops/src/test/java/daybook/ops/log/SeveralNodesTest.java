// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import static daybook.ops.log.Homes.NOW;
import static daybook.ops.log.Homes.ORIGIN;
import static daybook.ops.log.Homes.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import daybook.domain.Actor;
import daybook.domain.Intent;
import daybook.domain.Lease;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.StreamId;
import daybook.domain.Subject;
import daybook.ops.keys.KeysUnusable;
import daybook.ops.log.store.StoredEvent;
import daybook.ops.postgres.Postgres;
import daybook.ops.postgres.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one log: each may take any intent, and neither answers from what was before. */
class SeveralNodesTest {
  private static final String MASTER_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  @TempDir private Path folder;
  private String url;
  private OpenLog one;
  private OpenLog other;

  @BeforeEach
  void open() throws Exception {
    url = PostgresServer.newDatabase();
    one = node("one").open();
    other = node("other").open();
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  private OpenLogBuilder node(String home) {
    return Homes.in(folder.resolve(home))
        .logUrl(url)
        .keysUrl(url)
        .severalNodes(true)
        .masterKey(MASTER_KEY);
  }

  @Test
  void whatOneNodeHasDoneTheVeryNextAnswerOfTheOtherTells() {
    int sum = 0;
    for (int by = 1; by <= 50; by++) {
      sum += by;
      OpenLog doing = by % 2 == 0 ? one : other;
      OpenLog asked = by % 2 == 0 ? other : one;
      send(doing, new Tally.Count(STREAM, NOW, by, null));
      assertThat(total(asked)).isEqualTo(sum);
      assertThat(total(doing)).isEqualTo(sum);
    }
  }

  @Test
  void aStreamThatWasAskedBeforeItBeganIsNotTakenForEmptyEver() {
    assertThat(total(one)).isZero();
    send(other, new Tally.Count(STREAM, NOW, 7, null));
    assertThat(total(one)).isEqualTo(7);
  }

  @Test
  void bothChangeOneAggregateAtOnceAndNobodyIsToldOfAConflict() throws Exception {
    List<Outcome<Integer>> outcomes = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<List<Outcome<Integer>>>> counting = new ArrayList<>();
    for (OpenLog node : List.of(one, other, one, other)) {
      counting.add(threads.submit(() -> countTo(node, 100)));
    }
    for (Future<List<Outcome<Integer>>> each : counting) {
      outcomes.addAll(each.get());
    }
    threads.shutdown();
    assertThat(outcomes).allMatch(Outcome::isAccepted);
    assertThat(outcomes.stream().map(Outcome::reply)).doesNotHaveDuplicates();
    assertThat(total(one)).isEqualTo(400);
    assertThat(total(other)).isEqualTo(400);
  }

  private static List<Outcome<Integer>> countTo(OpenLog node, int times) {
    List<Outcome<Integer>> outcomes = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      outcomes.add(send(node, new Tally.Count(STREAM, NOW, 1, null)));
    }
    return outcomes;
  }

  @Test
  void manyWhoAskWhileTheOtherNodeWritesNeverGoBackAndAreNeverRefused() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(17);
    List<Future<Integer>> asking = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      asking.add(
          threads.submit(
              () -> {
                int asked = 0;
                while (!done.get()) {
                  int before = written.get();
                  assertThat(total(one)).isGreaterThanOrEqualTo(before);
                  asked++;
                }
                return asked;
              }));
    }
    for (int i = 0; i < 300; i++) {
      send(other, new Tally.Count(STREAM, NOW, 1, null));
      written.incrementAndGet();
    }
    done.set(true);
    for (Future<Integer> each : asking) {
      assertThat(each.get()).isPositive();
    }
    threads.shutdown();
  }

  @Test
  void eachFollowsTheOthersHeadAndReadsTheSameOrder() throws Exception {
    AtomicInteger wakes = new AtomicInteger();
    other.log().onAppend(wakes::incrementAndGet);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> writing = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      OpenLog node = i % 2 == 0 ? one : other;
      StreamId stream = StreamId.of("task", "own-" + i);
      writing.add(
          threads.submit(
              () -> {
                for (int n = 0; n < 60; n++) {
                  long before = node.log().head();
                  send(node, new Tally.Count(stream, NOW, 1, null));
                  assertThat(node.log().head()).isGreaterThan(before);
                }
              }));
    }
    for (Future<?> each : writing) {
      each.get();
    }
    threads.shutdown();
    await()
        .atMost(Duration.ofSeconds(2))
        .until(() -> one.log().head() == 480 && other.log().head() == 480);
    assertThat(wakes.get()).isPositive();
    assertThat(ids(one)).isEqualTo(ids(other)).doesNotHaveDuplicates().hasSize(480);
    assertThat(one.store().after(0, 1_000))
        .extracting(StoredEvent::index)
        .isSorted()
        .startsWith(1L)
        .endsWith(480L);
  }

  private static List<String> ids(OpenLog node) {
    return node.store().after(0, 1_000).stream().map(StoredEvent::eventId).toList();
  }

  @Test
  void aSignalWakesTheOtherNodeLongBeforeItWouldLookByItself() {
    await().until(() -> total(other) == 0);
    long slowest = 0;
    for (int i = 1; i <= 20; i++) {
      send(one, new Tally.Count(STREAM, NOW, 1, null));
      long begun = System.nanoTime();
      long head = one.log().head();
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> other.log().head() >= head);
      slowest = Math.max(slowest, System.nanoTime() - begun);
    }
    assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofMillis(400));
  }

  @Test
  void afterLostConnectionsBothGoOnAndFollowEachOther() throws Exception {
    send(one, new Tally.Count(STREAM, NOW, 1, null));
    PostgresServer.endConnections(url);
    await().ignoreExceptions().until(() -> one.intents().send(count(1), ORIGIN).isAccepted());
    await().ignoreExceptions().until(() -> other.intents().send(count(1), ORIGIN).isAccepted());
    assertThat(total(one)).isEqualTo(3);
    assertThat(total(other)).isEqualTo(3);
    await().until(() -> one.log().head() == 3 && other.log().head() == 3);
  }

  private static Tally.Count count(int by) {
    return new Tally.Count(STREAM, NOW, by, null);
  }

  @Test
  void whatAPolicyDoesIsTakenFromItsHolderAlone() {
    Lease lease = other.leases().on("Test");
    await().until(lease::held);
    assertThat(one.intents().send(count(1), ORIGIN).refusal().orElseThrow().reason())
        .isEqualTo(Refusal.STORE_UNAVAILABLE);
    assertThat(one.intents().send(count(1), Origin.of(Actor.server(), "r")).isAccepted()).isTrue();
    assertThat(other.intents().send(count(1), ORIGIN).isAccepted()).isTrue();
    assertThat(total(one)).isEqualTo(2);
  }

  @Test
  void whatOneSealsTheOtherOpensAndBothUseOneKey() {
    Subject subject = Subject.of(STREAM);
    byte[] plain = "secret".getBytes(StandardCharsets.UTF_8);
    var sealed = one.vault().secret(subject, "Counted", "note", plain).sealed();
    assertThat(other.vault().open(sealed, "Counted", "note")).contains(plain);
    assertThat(other.vault().secret(subject, "Counted", "note", plain).sealed().k())
        .isEqualTo(sealed.k());
    assertThat(one.keyChest().node()).isNotEqualTo(other.keyChest().node());
  }

  @Test
  void oneThatWantsTheLogForItselfAndSeveralExcludeEachOther() {
    assertThatThrownBy(() -> node("third").severalNodes(false).open())
        .isInstanceOf(Postgres.InUse.class)
        .hasMessage("Another Daybook has the log of this database open; stop it first.");
    one.close();
    other.close();
    try (OpenLog alone = node("third").severalNodes(false).open()) {
      assertThat(alone.log().head()).isZero();
      assertThatThrownBy(() -> node("one").open())
          .isInstanceOf(Postgres.InUse.class)
          .hasMessage(
              "Another Daybook has the log of this database open for itself alone; stop it, and"
                  + " start both with daybook.several_nodes.");
    }
  }

  @Test
  void aCopiedHomeIsNotASecondNode() throws Exception {
    Files.createDirectory(folder.resolve("copy"));
    Files.copy(folder.resolve("one/node"), folder.resolve("copy/node"));
    assertThatThrownBy(() -> node("copy").open())
        .isInstanceOf(Postgres.InUse.class)
        .hasMessageStartingWith("Another Daybook runs as the same node");
  }

  @Test
  void aNodeWithAnotherMasterKeyOrNoneIsRefused() {
    send(one, count(1));
    assertThatThrownBy(
            () -> node("third").masterKey("BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=").open())
        .isInstanceOf(KeysUnusable.class)
        .hasMessageStartingWith("The master key is not the one that belongs to the keys");
    assertThatThrownBy(() -> node("fourth").masterKey(null).open())
        .isInstanceOf(KeysUnusable.class)
        .hasMessageStartingWith("The master key is missing");
    assertThat(folder.resolve("fourth/master.key")).doesNotExist();
  }

  @Test
  void filesAreNotForSeveral() {
    assertThatThrownBy(() -> node("third").logUrl("").open())
        .hasMessageStartingWith("daybook.several_nodes needs daybook.log_url");
    assertThatThrownBy(() -> node("third").keysUrl("").open())
        .hasMessageStartingWith("daybook.several_nodes needs daybook.keys_url");
  }

  private static int total(OpenLog node) {
    return Integer.parseInt(send(node, new Tally.Total(STREAM, NOW)).reply().split(" ")[0]);
  }

  private static <R> Outcome<R> send(OpenLog node, Intent<R> intent) {
    return node.intents().send(intent, ORIGIN);
  }
}
