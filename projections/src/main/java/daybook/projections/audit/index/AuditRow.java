// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.index;

import daybook.domain.StreamId;

/**
 * One event in the index.
 *
 * @param device the enrollment stream of the device that it is about, or null
 */
public record AuditRow(long index, StreamId device) {}
