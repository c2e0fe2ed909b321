// SPDX-License-Identifier: Apache-2.0
package daybook.domain.restore;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import java.time.Instant;

/** Everything that can have happened to the log as a whole; stream {@code restores:all}. */
public sealed interface RestoreEvent extends DomainEvent {

  /**
   * The server goes on from a restored log: what happened after the restore point is not known
   * here. A quarantine begins. It is the first event after the restore point.
   *
   * @param restorePoint the index of the last event that was restored
   * @param backedUpAt when the backup was made; null when it was restored by other means
   * @param heldBefore commands queued before this moment are held, except those that only read
   */
  @EventName("LogRestored")
  record LogRestored(long restorePoint, Instant backedUpAt, Instant heldBefore)
      implements RestoreEvent {}

  /**
   * The commands that were held go out again.
   *
   * @param restorePoint that of the restore whose quarantine ends
   */
  @EventName("QuarantineLifted")
  record QuarantineLifted(long restorePoint) implements RestoreEvent {}
}
