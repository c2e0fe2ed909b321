// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.store;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what other nodes write as soon as they tell, and looks by itself twice a second in case a
 * signal was lost.
 */
final class Following implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Following.class);
  private static final int POLL = 500;
  private static final long STOP = TimeUnit.SECONDS.toMillis(5);

  private final Signals signals;
  private final BooleanSupplier catchUp;
  private final Runnable wake;
  private final Thread thread = new Thread(this::run, "log-follower");
  private volatile boolean stopped;
  private boolean lost;

  /**
   * @param catchUp takes what is new; tells whether there was anything
   * @param wake is called when there was
   */
  Following(Signals signals, BooleanSupplier catchUp, Runnable wake) {
    this.signals = signals;
    this.catchUp = catchUp;
    this.wake = wake;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    while (!stopped) {
      try {
        signals.await(POLL);
        if (catchUp.getAsBoolean()) {
          wake.run();
        }
        lost = false;
      } catch (SQLException | RuntimeException e) {
        tell(e);
        pause();
      }
    }
  }

  private void tell(Exception failure) {
    if (!lost && !stopped) {
      LOG.warn("What other nodes write can't be read now: {}", failure.getMessage());
      lost = true;
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL);
    } catch (InterruptedException e) {
      stopped = true;
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws SQLException {
    stopped = true;
    try {
      thread.join(STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    signals.close();
  }
}
