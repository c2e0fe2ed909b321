// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.domain.Vault;
import daybook.domain.access.KeptPassword;
import java.nio.charset.StandardCharsets;
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

  /** A kept hash, opened; empty when there is none, or its key was dropped. */
  static Optional<PasswordHash> open(Vault vault, KeptPassword kept) {
    return kept == null
        ? Optional.empty()
        : vault
            .open(kept.password().sealed(), kept.event(), Accounts.PASSWORD)
            .map(bytes -> new PasswordHash(new String(bytes, StandardCharsets.UTF_8)));
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
