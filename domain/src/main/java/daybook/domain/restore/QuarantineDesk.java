// SPDX-License-Identifier: Apache-2.0
package daybook.domain.restore;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.restore.HeldCommands.HeldCommand;
import java.util.List;
import java.util.Optional;

/** Port: what operators do with the quarantine, by API, page and command line alike. */
public interface QuarantineDesk {
  /**
   * The last restore; empty when the log never was restored.
   *
   * @throws daybook.domain.access.Unavailable when it can't be had now
   */
  Optional<Restore> restore(Origin asking);

  /** What is held, the oldest first; nothing when no quarantine stands. */
  List<HeldCommand> held(Origin asking);

  /**
   * Lifts the quarantine, and wakes the devices whose commands were held. Refused with {@code
   * NOT_QUARANTINED}.
   *
   * @param confirmCount how many commands the operator expects to go out; {@link
   *     daybook.domain.access.InvalidInput} tells when it isn't so many
   * @return how many were held
   */
  Outcome<Integer> lift(Integer confirmCount, Origin origin);

  /** Begins a quarantine after a restore by other means; all that is queued now is held. */
  Outcome<Void> begin(Origin origin);
}
