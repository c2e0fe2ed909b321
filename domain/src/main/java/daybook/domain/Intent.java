// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

import java.time.Instant;

/**
 * A message that asks one aggregate to do or to say something. An intent that only asks yields no
 * event.
 *
 * @param <R> what the aggregate replies when it accepts
 */
public interface Intent<R> {
  /** The stream of the aggregate that decides. */
  StreamId target();

  /** When it was said, by the server's clock. Aggregates read no other. */
  Instant now();
}
