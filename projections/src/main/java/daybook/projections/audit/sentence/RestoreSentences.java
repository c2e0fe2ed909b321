// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.sentence;

import daybook.domain.restore.RestoreEvent.LogRestored;
import daybook.domain.restore.RestoreEvent.QuarantineLifted;

/** Restores of the log. */
final class RestoreSentences {
  private RestoreSentences() {}

  static void add(Sentences to) {
    to.on(
            LogRestored.class,
            (e, t) ->
                "The log was restored up to event "
                    + e.restorePoint()
                    + (e.backedUpAt() == null ? "" : " from a backup of " + e.backedUpAt())
                    + "; commands that were queued before are held.")
        .on(
            QuarantineLifted.class,
            (e, t) -> t.who() + " lifted the quarantine: what was held goes out.");
  }
}
