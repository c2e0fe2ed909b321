// SPDX-License-Identifier: Apache-2.0
package daybook.ui.device;

import daybook.projections.audit.AuditEntry;
import java.time.Instant;

/** One line of a timeline. */
record TimelineEntry(
    long index,
    Instant time,
    String type,
    String sentence,
    String actor,
    String address,
    String cause,
    String requestId) {

  static TimelineEntry of(AuditEntry entry) {
    AuditEntry.Actor actor = entry.actor();
    return new TimelineEntry(
        entry.index(),
        entry.time(),
        entry.type(),
        entry.sentence(),
        actor.kind() + " " + (actor.name() == null ? actor.id() : actor.name()),
        entry.origin() == null ? null : entry.origin().remoteAddress(),
        entry.cause(),
        entry.requestId());
  }

  public String at() {
    return Moment.text(time);
  }
}
