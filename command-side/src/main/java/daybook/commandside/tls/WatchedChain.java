// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.tls;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chain that is read again when its files change. Files are looked at when the chain is needed,
 * at most every few seconds; what can't be read, or doesn't fit together because only one of the
 * two files is new yet, leaves the former chain in use.
 */
final class WatchedChain {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedChain.class);
  private static final long PAUSE = Duration.ofSeconds(2).toNanos();

  private final ChainSource source;
  private final LongSupplier nanos;
  private volatile KeyedChain present;
  private volatile long lookedAt;
  private String stamp;

  /**
   * @param nanos as {@link System#nanoTime}
   */
  WatchedChain(ChainSource source, LongSupplier nanos) {
    this.source = source;
    this.nanos = nanos;
    stamp = source.stamp();
    present = source.read();
    lookedAt = nanos.getAsLong();
  }

  KeyedChain get() {
    if (nanos.getAsLong() - lookedAt >= PAUSE) {
      look();
    }
    return present;
  }

  private synchronized void look() {
    if (nanos.getAsLong() - lookedAt < PAUSE) {
      return;
    }
    lookedAt = nanos.getAsLong();
    String found = source.stamp();
    if (found.equals(stamp)) {
      return;
    }
    stamp = found;
    try {
      present = source.read();
      LOG.info(
          "{} was read again: {}, until {}",
          source.chain().key(),
          present.own().getSubject(),
          present.own().getNotAfter().toInstant());
    } catch (IllegalArgumentException e) {
      LOG.warn("{}; the former certificate stays in use", e.getMessage());
    }
  }
}
