// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

import java.time.Duration;
import java.util.Optional;

/**
 * Port: small things that all nodes keep for a while and that nobody misses for long: who has
 * signed in to the pages, who is on the way to a provider. Each lies under a secret that only
 * whoever comes back with it knows.
 */
public interface Shelf {
  /**
   * Keeps something; what lay there is replaced.
   *
   * @param secret hard to guess
   */
  void put(String secret, byte[] content, Duration time);

  /** What lies there, if its time isn't over. */
  Optional<byte[]> find(String secret);

  /** The same, and removes it: of many who ask at once, one gets it. */
  Optional<byte[]> take(String secret);
}
