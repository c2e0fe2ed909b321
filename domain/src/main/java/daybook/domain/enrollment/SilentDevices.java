// SPDX-License-Identifier: Apache-2.0
package daybook.domain.enrollment;

import java.time.Instant;
import java.util.List;

/** Port: devices of whom nothing was heard, and for whom nothing follows from that yet. */
public interface SilentDevices {
  /** Up to {@code limit} that were last heard of at a moment or before, the most silent first. */
  List<EnrollmentId> since(Instant moment, int limit);

  /** As {@link daybook.domain.ToDo#caughtUp}. */
  boolean caughtUp();
}
