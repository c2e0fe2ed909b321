// SPDX-License-Identifier: Apache-2.0
package daybook.domain.restore;

import java.time.Instant;

/**
 * A restore of the log.
 *
 * @param restorePoint the index of the last event that was restored
 * @param backedUpAt when the backup was made; null when it was restored by other means
 * @param restoredAt when the server started from it first
 * @param heldBefore commands queued before this moment are held, except those that only read
 * @param liftedAt when its quarantine ended; null: it stands
 */
public record Restore(
    long restorePoint,
    Instant backedUpAt,
    Instant restoredAt,
    Instant heldBefore,
    Instant liftedAt) {
  public boolean isQuarantined() {
    return liftedAt == null;
  }
}
