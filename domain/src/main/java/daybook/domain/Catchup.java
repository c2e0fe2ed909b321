// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

import java.time.Duration;

/** Port: reading one's own writes. */
public interface Catchup {
  /**
   * Waits until the views of a feature have passed an index of the log.
   *
   * @return whether they did within the time
   */
  boolean await(String feature, long index, Duration atMost);

  /** From now on no view counts as current before it has passed an index. */
  default void expect(long index) {}
}
