// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import static daybook.ops.log.store.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What callers of the one writer can rely on. */
class GroupCommitTest {
  private static final Duration SOON = Duration.ofMillis(150);
  private static final GroupCommit.Limits LIMITS =
      new GroupCommit.Limits(100, 1 << 20, Duration.ofSeconds(20));

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final Semaphore gate = new Semaphore(0);
  private final List<List<String>> written = new CopyOnWriteArrayList<>();
  private final AtomicInteger begun = new AtomicInteger();

  @AfterEach
  void end() {
    gate.release(1_000);
    callers.shutdownNow();
  }

  @Test
  void whatQueuesUpDuringACommitIsWrittenInOneGroup() {
    try (GroupCommit commits = start(LIMITS, this::writeSlowly)) {
      CompletableFuture<Void> first = append(commits, "task:first");
      await().until(() -> begun.get() == 1);
      CompletableFuture<Void> second = append(commits, "task:second");
      CompletableFuture<Void> third = append(commits, "task:third");
      await().until(() -> commits.waiting() == 2);

      gate.release(2);
      CompletableFuture.allOf(first, second, third).join();
      assertThat(written.get(0)).containsExactly("task:first");
      assertThat(written.get(1)).containsExactlyInAnyOrder("task:second", "task:third");
    }
  }

  @Test
  void theGuiltyFailsAloneAndTheRestOfItsGroupIsWritten() {
    try (GroupCommit commits = start(LIMITS, this::refuseTheGuilty)) {
      CompletableFuture<Void> blocker = append(commits, "task:blocker");
      await().until(() -> begun.get() == 1);
      CompletableFuture<Void> good = append(commits, "task:good");
      CompletableFuture<Void> guilty = append(commits, "task:guilty");
      CompletableFuture<Void> better = append(commits, "task:better");
      await().until(() -> commits.waiting() == 3);
      gate.release(3);

      CompletableFuture.allOf(blocker, good, better).join();
      assertThatThrownBy(guilty::join).hasCauseInstanceOf(Conflict.class);
      assertThat(written.get(1)).containsExactlyInAnyOrder("task:good", "task:better");
    }
  }

  @Test
  void afterAnErrorOfTheStoreAllWaitersFailAndNothingIsTakenAnyMore() {
    try (GroupCommit commits = start(LIMITS, this::breakAfterTheGate)) {
      CompletableFuture<Void> first = append(commits, "task:first");
      await().until(() -> begun.get() == 1);
      CompletableFuture<Void> second = append(commits, "task:second");
      await().until(() -> commits.waiting() == 1);
      gate.release();

      assertThatThrownBy(first::join).hasCauseInstanceOf(StoreUnavailable.class);
      assertThatThrownBy(second::join).hasCauseInstanceOf(StoreUnavailable.class);
      assertThatThrownBy(() -> commits.append(List.of(row("task:later", 0))))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("disk full");
      assertThat(commits.refusing()).contains("disk full");
      assertThat(begun).hasValue(1);
    }
  }

  @Test
  void callerThatWaitsTooLongIsToldSoAlthoughItsEventsMayBeStoredLater() {
    try (GroupCommit commits =
        start(new GroupCommit.Limits(100, 1 << 20, SOON), this::writeSlowly)) {
      assertThatThrownBy(() -> commits.append(List.of(row("task:late", 0))))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("in time");
      gate.release();
      await().until(() -> written.contains(List.of("task:late")));
      gate.release();
      assertThatCode(() -> commits.append(List.of(row("task:next", 0)))).doesNotThrowAnyException();
    }
  }

  @Test
  void tooManyWaitingAppendsAreRefused() {
    try (GroupCommit commits = start(new GroupCommit.Limits(1, 1 << 20, SOON), this::writeSlowly)) {
      CompletableFuture<Void> written1 = append(commits, "task:a");
      await().until(() -> begun.get() == 1);
      CompletableFuture<Void> waiting = append(commits, "task:b");
      await().until(() -> commits.waiting() == 1);
      assertThatThrownBy(() -> commits.append(List.of(row("task:c", 0))))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("too many requests");
      gate.release(10);
      assertThat(List.of(written1, waiting)).hasSize(2);
    }
  }

  @Test
  void tooManyWaitingBytesAreRefusedAndTheirRoomIsGivenBack() throws Exception {
    try (GroupCommit commits =
        start(new GroupCommit.Limits(100, 10_000, Duration.ofMillis(400)), this::writeSlowly)) {
      CompletableFuture<Void> large = append(commits, "task:large", 50_000);
      await().until(() -> begun.get() == 1);
      assertThatThrownBy(() -> commits.append(List.of(row("task:small", 0))))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("too many bytes");
      gate.release(10);
      await().until(() -> written.contains(List.of("task:large")));
      assertThat(large).isDone();
      commits.append(List.of(row("task:small", 0)));
    }
  }

  @Test
  void stoppingFailsThoseWhoWaitButNotTheGroupThatIsBeingWritten() {
    GroupCommit commits = start(LIMITS, this::writeSlowly);
    CompletableFuture<Void> first = append(commits, "task:first");
    await().until(() -> begun.get() == 1);
    CompletableFuture<Void> second = append(commits, "task:second");
    await().until(() -> commits.waiting() == 1);

    CompletableFuture<Void> closing = CompletableFuture.runAsync(commits::close, callers);
    await().until(() -> commits.refusing() != null);
    gate.release();
    closing.join();
    first.join();
    assertThatThrownBy(second::join)
        .hasCauseInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("stopping");
    assertThatThrownBy(() -> commits.append(List.of(row("task:third", 0))))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(written).containsExactly(List.of("task:first"));
  }

  @Test
  void listenerIsCalledAfterEachGroupAndAFailingOneHarmsNobody() throws Exception {
    AtomicInteger heard = new AtomicInteger();
    gate.release(10);
    try (GroupCommit commits = start(LIMITS, this::writeSlowly)) {
      commits.onAppend(
          () -> {
            throw new IllegalStateException("a listener's defect, on purpose");
          });
      AutoCloseable listening = commits.onAppend(heard::incrementAndGet);
      commits.append(List.of(row("task:a", 0)));
      await().until(() -> heard.get() == 1);
      listening.close();
      commits.append(List.of(row("task:b", 0)));
      commits.append(List.of(row("task:c", 0)));
      assertThat(heard).hasValue(1);
    }
  }

  private void writeSlowly(List<List<StoredEvent>> group) {
    begun.incrementAndGet();
    gate.acquireUninterruptibly();
    written.add(streams(group));
  }

  private void refuseTheGuilty(List<List<StoredEvent>> group) throws Guilty {
    begun.incrementAndGet();
    gate.acquireUninterruptibly();
    int guilty = streams(group).indexOf("task:guilty");
    if (guilty >= 0) {
      throw new Guilty(guilty, new Conflict(group.get(guilty).get(0), null));
    }
    written.add(streams(group));
  }

  private void breakAfterTheGate(List<List<StoredEvent>> group) throws SQLException {
    begun.incrementAndGet();
    gate.acquireUninterruptibly();
    throw new SQLException("disk full");
  }

  private static List<String> streams(List<List<StoredEvent>> group) {
    List<String> streams = new ArrayList<>();
    group.forEach(append -> append.forEach(event -> streams.add(event.stream())));
    return streams;
  }

  private CompletableFuture<Void> append(GroupCommit commits, String stream) {
    return append(commits, stream, 16);
  }

  private CompletableFuture<Void> append(GroupCommit commits, String stream, int bytes) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            commits.append(List.of(row(stream + "-id", stream, 0, bytes)));
          } catch (Conflict e) {
            throw new CompletionException(e);
          }
        },
        callers);
  }

  private static GroupCommit start(GroupCommit.Limits limits, GroupWriter writer) {
    GroupCommit commits = new GroupCommit(writer, limits, size -> {});
    commits.start();
    return commits;
  }
}
