// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import daybook.ops.log.OpenLog;
import daybook.projections.projector.LogProjector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How long after a commit the views show it, while nothing else happens. */
final class LagBench implements Bench.Benchmark {
  private static final int EVENTS = 2_000;
  private static final int WARM_UP = 500;
  private static final long PAUSE_MILLIS = 5;

  @Override
  public Report run() throws Exception {
    Path home = Files.createTempDirectory("daybook-bench");
    try (OpenLog open = OpenLog.at(home.resolve("home"));
        LogProjector projector = BenchViews.open(open.log(), open.vault(), home.resolve("views"))) {
      BenchViews.build(projector);
      Instant born = Instant.now().minus(Duration.ofDays(60));
      SyntheticLife device = new SyntheticLife(open.intents(), open.vault(), 1, born);
      device.enroll();
      return measured(open, projector, device);
    } finally {
      Directories.delete(home);
    }
  }

  private static Report measured(OpenLog open, LogProjector projector, SyntheticLife device)
      throws Exception {
    Samples lag = new Samples();
    Semaphore moved = new Semaphore(0);
    AutoCloseable listening = projector.onMove(moved::release);
    try {
      for (int i = -WARM_UP; i < EVENTS; i++) {
        Thread.sleep(PAUSE_MILLIS);
        moved.drainPermits();
        device.connect();
        long committed = System.nanoTime();
        long head = open.log().head();
        while (projector.position(BenchViews.DEVICE) < head
            || projector.position(BenchViews.AUDIT) < head) {
          if (!moved.tryAcquire(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the views don't move");
          }
        }
        if (i >= 0) {
          lag.add((System.nanoTime() - committed) / 1e6);
        }
      }
    } finally {
      listening.close();
    }
    return new Report("lag")
        .figure("commits", EVENTS, "")
        .figure("from commit to both views, median", lag.median(), "ms")
        .figure("p95", lag.percentile(95), "ms")
        .atMost("p99, ms", lag.percentile(99), 50);
  }
}
