// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A bounded number of threads; who has work waits until one is free. */
final class Slots {
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final int count;
  private final Semaphore free;
  private final ExecutorService threads;

  Slots(String name, int count) {
    AtomicInteger made = new AtomicInteger();
    this.count = count;
    this.free = new Semaphore(count);
    this.threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(task, name + "-" + made.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Waits for a free thread, and starts the task there. */
  void run(Runnable task) throws InterruptedException {
    free.acquire();
    threads.execute(
        () -> {
          try {
            task.run();
          } finally {
            free.release();
          }
        });
  }

  /** Whether all threads are free. */
  boolean idle() {
    return free.availablePermits() == count;
  }

  /** Waits some seconds for the tasks under way, then interrupts them. */
  void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
