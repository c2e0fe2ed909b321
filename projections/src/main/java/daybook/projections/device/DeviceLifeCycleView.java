// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import java.time.Instant;
import java.util.List;

/**
 * Where a device is in its life, as the API tells it under {@code life_cycle}.
 *
 * @param condition {@code enrolling}, {@code enrolled}, {@code identity_revoked}, {@code
 *     unenrolling}, {@code unenrolled}, {@code retired}, {@code blocked_not_yet_unenrolled} or
 *     {@code blocked}
 * @param unenrollRequestedAt when an operator asked for its retirement, or null
 * @param retiredAt when it was retired, or null
 * @param archivedAt since when it is out of the lists, or null
 * @param silentSince when it was last heard of, once that is so long ago that it was told, or null
 * @param silenceCauses likely ones, the likeliest first; empty while it isn't silent
 * @param removalPresumedAt since when its push token has been dead, as APNs says, and nothing was
 *     heard of it; or null
 */
public record DeviceLifeCycleView(
    String condition,
    Instant unenrollRequestedAt,
    Instant retiredAt,
    Instant archivedAt,
    Instant silentSince,
    List<String> silenceCauses,
    Instant removalPresumedAt) {
  static DeviceLifeCycleView of(DeviceView device) {
    DeviceDepartureView departure = device.life().departure();
    return new DeviceLifeCycleView(
        device.condition().word(),
        departure.requestedAt(),
        departure.retiredAt(),
        device.life().archivedAt(),
        device.life().silence().silentSince(),
        device.life().silence().causes(),
        device.life().silence().removalPresumedAt());
  }
}
