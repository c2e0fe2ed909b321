// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

import java.time.Instant;
import java.util.List;

/**
 * Port: a view of open work, for the policy that does it.
 *
 * @param <W> one row
 */
public interface ToDo<W> {
  /** Up to {@code limit} rows that are due, oldest first. */
  List<W> due(Instant now, int limit);

  /**
   * Whether the view has passed the head that was read when the server started; a policy does
   * nothing before.
   */
  boolean caughtUp();
}
