// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import java.time.Instant;

/**
 * Where a device is in its life, as the API tells it under {@code life_cycle}.
 *
 * @param condition {@code enrolling}, {@code enrolled}, {@code identity_revoked}, {@code
 *     unenrolling}, {@code unenrolled}, {@code retired}, {@code blocked_not_yet_unenrolled} or
 *     {@code blocked}
 * @param unenrollRequestedAt when an operator asked for its retirement, or null
 * @param retiredAt when it was retired, or null
 * @param archivedAt since when it is out of the lists, or null
 */
public record DeviceLifeCycleView(
    String condition, Instant unenrollRequestedAt, Instant retiredAt, Instant archivedAt) {
  static DeviceLifeCycleView of(DeviceView device) {
    DeviceDepartureView departure = device.life().departure();
    return new DeviceLifeCycleView(
        device.condition().word(),
        departure.requestedAt(),
        departure.retiredAt(),
        device.life().archivedAt());
  }
}
