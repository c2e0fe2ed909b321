// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.OpenedEvent;
import daybook.domain.enrollment.EnrollmentEvent.BlockedDeviceTurnedAway;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnblocked;

/** Being kept out, and let in again. */
final class Blocking {
  private Blocking() {}

  static void blocked(DeviceDraft device, DeviceBlocked event, OpenedEvent opened) {
    device.blockedAt = opened.time();
    device.turnedAwayAt = null;
    device.pushRequestedAt = null;
  }

  static void unblocked(DeviceDraft device, DeviceUnblocked event, OpenedEvent opened) {
    device.blockedAt = null;
    device.turnedAwayAt = null;
    if (device.departure.requestedAt() == null) {
      device.departure = DeviceDepartureView.NONE; // that it was gone was a presumption
    }
  }

  static void turnedAway(DeviceDraft device, BlockedDeviceTurnedAway event, OpenedEvent opened) {
    device.turnedAwayAt = opened.time();
    device.pushRequestedAt = null;
    Seen.onDevice(device, opened);
  }
}
