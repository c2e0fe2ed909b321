// SPDX-License-Identifier: Apache-2.0
package daybook.ui.timeline;

import daybook.domain.access.Permission;
import daybook.projections.audit.AuditEntry;
import java.util.List;
import java.util.Map;

/** What a live page shows. */
public interface Feed {
  /** What an account must hold, at each moment, to be sent it. */
  List<Permission> needed();

  /** Up to {@code limit} entries above an index, the oldest first. */
  List<AuditEntry> newer(long after, int limit);

  /** What the lines of its entries need besides the entries. */
  default Map<String, Object> lines() {
    return Map.of();
  }

  /** What is sent behind entries that have come, as name → HTML. */
  default Map<String, String> behind() {
    return Map.of();
  }
}
