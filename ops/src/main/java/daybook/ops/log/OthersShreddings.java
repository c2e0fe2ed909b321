// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import daybook.ops.log.store.StoredEvent;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What another node has shredded is forgotten here too, behind the follower of the log. */
final class OthersShreddings implements Consumer<StoredEvent>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OthersShreddings.class);

  private final Runnable apply;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "others-shreddings");
            made.setDaemon(true);
            return made;
          });

  /**
   * @param apply drops whatever the log says was dropped
   */
  OthersShreddings(Runnable apply) {
    this.apply = apply;
  }

  @Override
  public void accept(StoredEvent row) {
    if (row.name().equals("DeviceShredded") && !thread.isShutdown()) {
      thread.execute(this::applyOrSayWhy);
    }
  }

  private void applyOrSayWhy() {
    try {
      apply.run();
    } catch (RuntimeException e) {
      LOG.error("The keys that another node has dropped can't be forgotten here", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
