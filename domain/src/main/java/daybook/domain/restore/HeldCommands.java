// SPDX-License-Identifier: Apache-2.0
package daybook.domain.restore;

import daybook.domain.enrollment.EnrollmentId;
import java.time.Instant;
import java.util.List;

/** Port: what waits in the queues of devices and would be held. */
public interface HeldCommands {
  /**
   * A command that waits, or is out.
   *
   * @param device its number
   * @param channel its word
   * @param name what the server calls it
   */
  record HeldCommand(
      EnrollmentId enrollment,
      long device,
      String channel,
      String command,
      String name,
      String requestType,
      Instant queuedAt) {}

  /** All that were queued before a moment, except those that only read, the oldest first. */
  List<HeldCommand> before(Instant moment);
}
