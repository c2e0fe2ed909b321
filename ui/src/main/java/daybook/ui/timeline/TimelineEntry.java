// SPDX-License-Identifier: Apache-2.0
package daybook.ui.timeline;

import daybook.projections.audit.AuditEntry;
import java.time.Instant;

/**
 * One line of a timeline.
 *
 * @param device the number of the device that it is about, or null
 * @param serialNumber of that device
 * @param agent the program that asked for it, or null
 */
public record TimelineEntry(
    long index,
    Instant time,
    String type,
    String sentence,
    String actor,
    Long device,
    String serialNumber,
    String address,
    String agent,
    String cause,
    String requestId) {

  public static TimelineEntry of(AuditEntry entry) {
    AuditEntry.Actor actor = entry.actor();
    AuditEntry.Device device = entry.device();
    AuditEntry.Origin origin = entry.origin();
    return new TimelineEntry(
        entry.index(),
        entry.time(),
        entry.type(),
        entry.sentence(),
        actor.kind() + " " + (actor.name() == null ? actor.id() : actor.name()),
        device == null ? null : device.id(),
        device == null ? null : device.serialNumber(),
        origin == null ? null : origin.remoteAddress(),
        origin == null ? null : origin.userAgent(),
        entry.cause(),
        entry.requestId());
  }

  public String at() {
    return Moment.text(time);
  }
}
