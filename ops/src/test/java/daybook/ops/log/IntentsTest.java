// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import static daybook.ops.log.Homes.NOW;
import static daybook.ops.log.Homes.ORIGIN;
import static daybook.ops.log.Homes.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import daybook.domain.Intent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.StreamId;
import daybook.ops.log.json.OriginJson;
import daybook.ops.log.store.Conflict;
import daybook.ops.log.store.GroupCommit;
import daybook.ops.sqlite.Sqlite;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sender of intents gets when others write too, when the store fails, when all is well. */
class IntentsTest {
  @TempDir private Path home;

  @Test
  void conflictWithAnotherWriterIsRepeatedOverWhatThatOneWrote() throws Exception {
    try (OpenLog open = Homes.in(home).open()) {
      send(open, new Tally.Count(STREAM, NOW, 1, null));
      open.store().commits().append(List.of(Homes.counted(STREAM, 1, 10)));
      assertThat(send(open, new Tally.Count(STREAM, NOW, 100, null)).reply()).isEqualTo(111);
      assertThat(open.log().head()).isEqualTo(3);
    }
  }

  @Test
  void conflictAtTheBeginningOfAStreamIsRepeatedToo() throws Exception {
    try (OpenLog open = Homes.in(home).open()) {
      open.intents().send(new Tally.Total(STREAM, NOW), ORIGIN);
      open.store().commits().append(List.of(Homes.counted(STREAM, 0, 10)));
      assertThat(send(open, new Tally.Count(STREAM, NOW, 1, null)).reply()).isEqualTo(11);
    }
  }

  @Test
  void conflictWithoutEndIsBusy() {
    try (OpenLog open = Homes.in(home).open()) {
      Outcome<Integer> outcome =
          send(open, new Tally.CountAfter(STREAM, NOW, () -> rival(open, STREAM)));
      assertThat(outcome.refusal().orElseThrow().reason()).isEqualTo(Refusal.BUSY);
      assertThat(open.log().head()).isEqualTo(6);
    }
  }

  @Test
  void aggregateThatSomebodyElseHoldsTooLongIsBusy() throws InterruptedException {
    try (OpenLog open = Homes.in(home).open()) {
      CountDownLatch held = new CountDownLatch(1);
      CountDownLatch release = new CountDownLatch(1);
      CompletableFuture<Outcome<Integer>> holder =
          CompletableFuture.supplyAsync(
              () ->
                  send(
                      open,
                      new Tally.CountAfter(
                          STREAM,
                          NOW,
                          () -> {
                            held.countDown();
                            hold(release);
                          })));
      held.await();
      assertThat(send(open, new Tally.Count(STREAM, NOW, 1, null)).refusal().orElseThrow().reason())
          .isEqualTo(Refusal.BUSY);
      StreamId other = StreamId.of("task", "other");
      assertThat(send(open, new Tally.Count(other, NOW, 1, null)).isAccepted()).isTrue();
      release.countDown();
      assertThat(holder.join().reply()).isEqualTo(1);
    }
  }

  @Test
  void storeThatDoesNotAnswerIsUnavailableAndWhatItStoredLaterCounts() throws Exception {
    GroupCommit.Limits impatient = new GroupCommit.Limits(100, 1 << 20, Duration.ofMillis(200));
    try (OpenLog open = Homes.in(home).limits(impatient).open();
        Connection other = Sqlite.durable(home.resolve("log.db"))) {
      send(open, new Tally.Count(STREAM, NOW, 1, null));
      Sqlite.run(other, "BEGIN IMMEDIATE");
      assertThat(send(open, new Tally.Count(STREAM, NOW, 2, null)).refusal().orElseThrow().reason())
          .isEqualTo(Refusal.STORE_UNAVAILABLE);
      Sqlite.run(other, "ROLLBACK");
      await().until(() -> open.log().head() == 2);
      assertThat(open.intents().send(new Tally.Total(STREAM, NOW), ORIGIN).reply())
          .isEqualTo("3 [1, 2]");
      assertThat(send(open, new Tally.Count(STREAM, NOW, 4, null)).reply()).isEqualTo(7);
    }
  }

  @Test
  void afterStoppingEverythingIsUnavailable() {
    OpenLog open = Homes.in(home).open();
    send(open, new Tally.Count(STREAM, NOW, 1, null));
    open.close();
    assertThat(send(open, new Tally.Count(STREAM, NOW, 1, null)).refusal().orElseThrow().reason())
        .isEqualTo(Refusal.STORE_UNAVAILABLE);
  }

  @Test
  void manySendersOfOneStreamLoseNothing() {
    try (OpenLog open = Homes.in(home).open()) {
      List<CompletableFuture<Void>> senders = new ArrayList<>();
      for (int sender = 0; sender < 8; sender++) {
        senders.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int i = 0; i < 25; i++) {
                    send(open, new Tally.Count(STREAM, NOW, 1, null)).reply();
                  }
                }));
      }
      CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new)).join();
      assertThat(send(open, new Tally.Count(STREAM, NOW, 1, null)).reply()).isEqualTo(201);
    }
  }

  @Test
  void metadataOutsideTheClosedListIsADefect() {
    assertThatThrownBy(() -> OriginJson.write(Map.of("traceId", "1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("traceId");
  }

  @Test
  void storedMetadataHasOnlyKeysOfTheClosedList() {
    try (OpenLog open = Homes.in(home).open()) {
      send(open, new Tally.Count(STREAM, NOW, 1, null));
      assertThat(new String(open.store().at(1).orElseThrow().metadata(), StandardCharsets.UTF_8))
          .isEqualTo(
              "{\"actor_id\":\"Test\",\"actor_kind\":\"policy\",\"request_id\":\"request-1\"}");
    }
  }

  @Test
  void intentsAndGroupsAreMeasured() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (OpenLog open = Homes.in(home).meters(meters).open()) {
      send(open, new Tally.Count(STREAM, NOW, 1, null));
      send(open, new Tally.Count(STREAM, NOW, 0, null));
      assertThat(meters.get("daybook.intents").tag("intent", "Count").timers()).hasSize(2);
      assertThat(meters.get("daybook.intents").tag("outcome", "FIELD_INVALID").timer().count())
          .isEqualTo(1);
      assertThat(meters.get("daybook.log.group").summary().count()).isEqualTo(1);
    }
  }

  private static Outcome<Integer> send(OpenLog open, Intent<Integer> intent) {
    return open.intents().send(intent, ORIGIN);
  }

  private static void rival(OpenLog open, StreamId stream) {
    try {
      open.store()
          .commits()
          .append(List.of(Homes.counted(stream, open.log().stream(stream, 0, 100).size(), 1)));
    } catch (Conflict e) {
      throw new IllegalStateException(e);
    }
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
