// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit;

import java.util.List;
import java.util.Map;

/** Port: reads the log as sentences. */
public interface AuditLog {
  /**
   * Up to {@code limit} entries below an index, the newest first.
   *
   * @param before an entry's index, or {@link Long#MAX_VALUE} to begin with the newest
   */
  List<AuditEntry> page(AuditFilter filter, long before, int limit);

  /** Up to {@code limit} entries above an index, the oldest first. */
  List<AuditEntry> newer(AuditFilter filter, long after, int limit);

  /**
   * What an event says, as label → value in its order; personal values opened or {@code [erased]},
   * secrets {@code sealed}. Empty when there is no such event.
   */
  Map<String, String> details(long index);

  /** Calls {@code wake} whenever entries may have come, on a thread that must not wait. */
  AutoCloseable onEntries(Runnable wake);
}
