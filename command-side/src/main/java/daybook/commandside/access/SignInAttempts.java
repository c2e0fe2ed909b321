// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Failed attempts to sign in: after ten for a name from an address, or a hundred from an address,
 * within a quarter of an hour no more are judged until it has passed. Kept in memory, for the last
 * 20,000 pairs.
 */
final class SignInAttempts {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int PER_NAME = 10;
  private static final int PER_ADDRESS = 100;

  private final Cache<String, Integer> failures;

  SignInAttempts(Clock clock) {
    this.failures =
        Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(WINDOW)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /**
   * Counts an attempt as failed from its start on, so that none slips through beside others. False
   * when there were too many: then it isn't counted.
   */
  synchronized boolean begin(AccountKey key) {
    if (count(key.pair()) >= PER_NAME || count(key.address()) >= PER_ADDRESS) {
      return false;
    }
    add(key.pair(), 1);
    add(key.address(), 1);
    return true;
  }

  /** The attempt was good: those before it are forgiven. */
  synchronized void succeeded(AccountKey key) {
    failures.invalidate(key.pair());
    add(key.address(), -1);
  }

  /** The attempt could not be judged. */
  synchronized void undecided(AccountKey key) {
    add(key.pair(), -1);
    add(key.address(), -1);
  }

  private void add(String key, int more) {
    failures.put(key, Math.max(0, count(key) + more));
  }

  private int count(String key) {
    Integer count = failures.getIfPresent(key);
    return count == null ? 0 : count;
  }

  /** A name and the address from which it was tried. */
  record AccountKey(String account, String remoteAddress) {
    private String pair() {
      return account + " " + remoteAddress;
    }

    private String address() {
      return " " + remoteAddress;
    }
  }
}
