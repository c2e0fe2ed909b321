// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.audit;

import daybook.projections.audit.AuditEntry;
import java.util.List;

/**
 * Some entries, the newest first.
 *
 * @param next link to those before, or null when there are none
 */
record AuditPage(String next, List<AuditEntry> results) {}
