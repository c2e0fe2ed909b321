// SPDX-License-Identifier: Apache-2.0
package daybook.domain.restore;

import daybook.domain.Intent;
import daybook.domain.StreamId;
import java.time.Instant;
import java.util.Optional;

/** Everything that may be asked of the restores of the log. */
public sealed interface RestoreIntent<R> extends Intent<R> {
  StreamId STREAM = StreamId.all("restores");

  @Override
  default StreamId target() {
    return STREAM;
  }

  /** The last restore; empty when the log never was restored. */
  record DescribeRestore(Instant now) implements RestoreIntent<Optional<Restore>> {}

  /**
   * Says that the log was restored, and begins a quarantine; repeated for a restore point it
   * changes nothing. The rest is as in {@code LogRestored}.
   */
  record RecordRestore(Instant now, long restorePoint, Instant backedUpAt, Instant heldBefore)
      implements RestoreIntent<Void> {}

  /** Ends the quarantine; refused with {@code NOT_QUARANTINED}. */
  record LiftQuarantine(Instant now) implements RestoreIntent<Void> {}
}
