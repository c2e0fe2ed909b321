// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.restore;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.restore.Restore;
import daybook.domain.restore.RestoreEvent.LogRestored;
import daybook.domain.restore.RestoreEvent.QuarantineLifted;
import daybook.domain.restore.RestoreIntent.DescribeRestore;
import daybook.domain.restore.RestoreIntent.LiftQuarantine;
import daybook.domain.restore.RestoreIntent.RecordRestore;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A restore begins a quarantine once; an operator ends it once. */
class RestoresTest {
  private static final Instant BACKUP = Instant.parse("2026-11-24T02:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final RecordRestore RESTORE = new RecordRestore(NOW, 42, BACKUP, NOW);

  private static Story<Restores> blank() {
    return Story.of(Restores.class);
  }

  @Test
  void aRestoreIsRecordedOnceForItsPoint() {
    blank().when(RESTORE).records(new LogRestored(42, BACKUP, NOW)).accepted();
    blank().given(RESTORE).when(RESTORE).recordsNothing().accepted();
    blank()
        .given(RESTORE)
        .when(new RecordRestore(NOW, 50, null, NOW))
        .records(new LogRestored(50, null, NOW))
        .accepted();
  }

  @Test
  void aQuarantineIsLiftedOnce() {
    LiftQuarantine lift = new LiftQuarantine(NOW.plusSeconds(9));
    blank().when(lift).recordsNothing().refused(Refusal.NOT_QUARANTINED);
    blank().given(RESTORE).when(lift).records(new QuarantineLifted(42)).accepted();
    blank().given(RESTORE, lift).when(lift).recordsNothing().refused(Refusal.NOT_QUARANTINED);
    blank()
        .given(RESTORE, lift)
        .when(new DescribeRestore(NOW))
        .answers(Optional.of(new Restore(42, BACKUP, NOW, NOW, NOW.plusSeconds(9))));
  }

  @Test
  void anotherRestoreBeginsAnotherOne() {
    blank()
        .given(
            RESTORE, new LiftQuarantine(NOW), new RecordRestore(NOW.plusSeconds(60), 50, null, NOW))
        .when(new LiftQuarantine(NOW.plusSeconds(61)))
        .records(new QuarantineLifted(50))
        .accepted();
  }
}
