// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Hashing and comparing passwords, at most two at a time: one takes 19 MiB, and strangers decide
 * how many are asked for.
 */
final class Passwords {
  private final SecureRandom random = new SecureRandom();
  private final Semaphore atOnce = new Semaphore(2, true);
  private final PasswordHash decoy = PasswordHash.of(Long.toHexString(random.nextLong()), random);

  PasswordHash hash(String password) {
    return one(() -> PasswordHash.of(password, random));
  }

  /** False for an absent hash, after the same work as for a wrong password. */
  boolean match(String password, Optional<PasswordHash> hash) {
    return one(() -> hash.orElse(decoy).matches(password)) && hash.isPresent();
  }

  private <T> T one(Supplier<T> work) {
    atOnce.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      atOnce.release();
    }
  }
}
