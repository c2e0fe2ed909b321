// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.OpenedEvent;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import daybook.domain.retirement.RetirementEvent.RetiredDeviceTurnedAway;
import daybook.domain.retirement.RetirementEvent.RetirementFailed;
import daybook.domain.retirement.RetirementEvent.RetirementRequested;

/** An operator ends the management of the device. */
final class Retiring {
  private Retiring() {}

  static void requested(DeviceDraft device, RetirementRequested event, OpenedEvent opened) {
    device.departure = new DeviceDepartureView(opened.time(), null, null);
  }

  static void failed(DeviceDraft device, RetirementFailed event, OpenedEvent opened) {
    device.departure = DeviceDepartureView.NONE;
  }

  static void retired(DeviceDraft device, DeviceRetired event, OpenedEvent opened) {
    device.departure =
        new DeviceDepartureView(device.departure.requestedAt(), opened.time(), event.reason());
    if (event.command() != null) {
      device.state = State.UNENROLLED;
      device.users.clear();
    }
    device.pushRequestedAt = null;
    device.turnedAwayAt = null;
  }

  static void turnedAway(DeviceDraft device, RetiredDeviceTurnedAway event, OpenedEvent opened) {
    device.turnedAwayAt = opened.time();
    Seen.onDevice(device, opened);
  }
}
