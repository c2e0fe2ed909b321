// SPDX-License-Identifier: Apache-2.0
package daybook.projections.projector;

import daybook.projections.store.StoreFailure;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that works when it is woken, and every second in case a wake was lost. Between rounds it
 * pauses unless one leaves work behind, so that under load each finds more to do at once: as long
 * as the round took four times, within bounds.
 */
final class Pulse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(30);
  private static final int PAUSE_PER_ROUND = 4;
  private static final long REST = TimeUnit.SECONDS.toNanos(1);

  private final Thread thread;
  private final BooleanSupplier round;
  private volatile boolean woken;
  private volatile boolean resting;
  private volatile boolean stopped;
  private boolean waiting;
  private AutoCloseable subscription = () -> {};

  /**
   * @param round does some work; true: there is more to do
   */
  Pulse(String name, BooleanSupplier round) {
    this.round = round;
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  /** Starts, and subscribes to what wakes it. */
  void start(Function<Runnable, AutoCloseable> wakes) {
    subscription = wakes.apply(this::wake);
    thread.start();
  }

  void wake() {
    woken = true;
    if (resting) {
      LockSupport.unpark(thread);
    }
  }

  boolean isStopped() {
    return stopped;
  }

  private void run() {
    while (!stopped) {
      woken = false;
      long begun = System.nanoTime();
      boolean more = work();
      if (!more) {
        pause(System.nanoTime() - begun);
        rest();
      }
    }
  }

  private void pause(long round) {
    long length = Math.max(SHORTEST_PAUSE, Math.min(PAUSE_PER_ROUND * round, LONGEST_PAUSE));
    long end = System.nanoTime() + length;
    for (long left = length; left > 0 && !stopped; left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }

  private void rest() {
    resting = true;
    if (!woken && !stopped) {
      LockSupport.parkNanos(this, REST);
    }
    resting = false;
  }

  private boolean work() {
    try {
      boolean more = round.getAsBoolean();
      waiting = false;
      return more;
    } catch (StoreFailure e) {
      if (!waiting) {
        LOG.error("The views can't follow the log; trying again each second", e);
      }
      waiting = true;
      LockSupport.parkNanos(this, REST);
      return false;
    } catch (RuntimeException e) {
      LOG.error("The views can't follow the log; trying again in a second", e);
      LockSupport.parkNanos(this, REST);
      return false;
    }
  }

  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(thread);
    join(thread);
    try {
      subscription.close();
    } catch (Exception e) {
      LOG.warn("Can't end the subscription to the log", e);
    }
  }

  /** Waits until a thread has ended. */
  static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
