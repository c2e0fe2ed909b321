// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daybook.domain.Lease;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Counted policy = new Counted();
  private final AtomicInteger taken = new AtomicInteger();
  private final Held lease = new Held();
  private Worker worker;

  @AfterEach
  void stop() {
    worker.stop();
  }

  @Test
  void nothingIsDoneBeforeTheViewHasCaughtUp() {
    policy.caughtUp = false;
    start(Duration.ofMillis(5));
    await().until(() -> policy.looked.get() > 5);
    assertThat(policy.rounds).hasValue(0);

    policy.caughtUp = true;
    await().until(() -> policy.rounds.get() > 0);
  }

  @Test
  void aSignalBringsTheNextRoundBeforeItsTime() {
    start(Duration.ofHours(1));
    await().until(() -> policy.rounds.get() == 1);

    worker.wake();

    await().atMost(Duration.ofSeconds(10)).until(() -> policy.rounds.get() == 2);
  }

  @Test
  void aFailedRoundIsCountedAndTheNextOneComes() {
    policy.failing = true;
    start(Duration.ofMillis(5));
    await().until(() -> policy.rounds.get() > 3);

    assertThat(meters.counter("daybook.policy.failures", "policy", "WhenTestedThenCount").count())
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void stoppingEndsTheThreadAndClosesThePolicy() {
    start(Duration.ofHours(1));
    await().until(() -> policy.rounds.get() == 1);

    worker.stop();

    assertThat(policy.closed).hasValue(1);
    worker.wake();
    assertThat(policy.rounds).hasValue(1);
  }

  @Test
  void theNodeWithoutTheLeaseDoesNothingAndEachTermBeginsByLookingAtWhatWasDone() {
    lease.term = 0;
    start(Duration.ofMillis(5));
    await().during(Duration.ofMillis(200)).until(() -> policy.rounds.get() == 0);
    assertThat(taken).hasValue(0);

    lease.term = 3;
    await().until(() -> policy.rounds.get() > 2);
    assertThat(taken).hasValue(1);

    lease.term = 0;
    await().pollDelay(Duration.ofMillis(100)).until(() -> true);
    int rounds = policy.rounds.get();
    await().during(Duration.ofMillis(200)).until(() -> policy.rounds.get() == rounds);

    lease.term = 5;
    await().until(() -> policy.rounds.get() > rounds);
    assertThat(taken).hasValue(2);
  }

  private static final class Held implements Lease {
    private volatile long term = 1;

    @Override
    public boolean held() {
      return term != 0;
    }

    @Override
    public long term() {
      return term;
    }
  }

  private void start(Duration poll) {
    worker = new Worker(policy, lease, taken::incrementAndGet, poll, meters);
    worker.start();
  }

  private static final class Counted implements Policy {
    final AtomicInteger looked = new AtomicInteger();
    final AtomicInteger rounds = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    volatile boolean caughtUp = true;
    volatile boolean failing;

    @Override
    public String name() {
      return "WhenTestedThenCount";
    }

    @Override
    public boolean caughtUp() {
      looked.incrementAndGet();
      return caughtUp;
    }

    @Override
    public void act() {
      rounds.incrementAndGet();
      if (failing) {
        throw new IllegalStateException("a defect");
      }
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}
