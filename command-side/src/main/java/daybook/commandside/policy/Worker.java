// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import daybook.domain.Lease;
import daybook.domain.access.Unavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one policy on one thread, on the node that has its lease: after each signal, and at least
 * once in a while. A round that fails is logged and counted, and the next one comes; a policy never
 * dies of one row.
 */
final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  /** How long signals are gathered, so that a burst of events causes one round. */
  private static final Duration GATHER = Duration.ofMillis(50);

  private static final Duration STOP = Duration.ofSeconds(10);

  private final Policy policy;
  private final Lease lease;
  private final Runnable taken;
  private final Duration poll;
  private final Counter failed;
  private final Semaphore signals = new Semaphore(0);
  private final Thread thread;
  private volatile boolean stopping;
  private boolean waiting;
  private long term;

  /**
   * @param taken is called before the first round of each term: what was done under the former ones
   *     must show before the policy acts
   */
  Worker(Policy policy, Lease lease, Runnable taken, Duration poll, MeterRegistry meters) {
    this.policy = policy;
    this.lease = lease;
    this.taken = taken;
    this.poll = poll;
    this.failed = meters.counter("daybook.policy.failures", "policy", policy.name());
    this.thread = new Thread(this::run, policy.name());
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Asks for a round soon; never waits. */
  void wake() {
    signals.release();
  }

  /** Ends after what is under way, and waits for that. */
  void stop() {
    stopping = true;
    thread.interrupt();
    try {
      thread.join(STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    policy.close();
  }

  private void run() {
    try {
      while (!stopping) {
        if (round()) {
          signals.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
          TimeUnit.MILLISECONDS.sleep(Math.min(GATHER.toMillis(), poll.toMillis()));
        } else {
          TimeUnit.MILLISECONDS.sleep(poll.toMillis());
        }
        signals.drainPermits();
      }
    } catch (InterruptedException e) {
      LOG.debug("{} ends", policy.name());
    }
  }

  private boolean isOurs() {
    long present = lease.term();
    if (present != 0 && present != term) {
      taken.run();
      term = present;
    }
    return present != 0;
  }

  /** Returns whether the round went well. */
  private boolean round() throws InterruptedException {
    try {
      if (isOurs() && policy.caughtUp()) {
        policy.act();
      }
      waiting = false;
      return true;
    } catch (Unavailable e) {
      failed.increment();
      if (!waiting) {
        LOG.warn("{} waits: {}", policy.name(), e.getMessage());
      }
      waiting = true;
      return false;
    } catch (RuntimeException e) {
      failed.increment();
      LOG.error("A round of {} failed; the next one follows", policy.name(), e);
      return false;
    }
  }
}
