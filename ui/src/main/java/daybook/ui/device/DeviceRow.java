// SPDX-License-Identifier: Apache-2.0
package daybook.ui.device;

import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.projections.device.DeviceView;
import java.time.Instant;
import java.util.Locale;

/** A device as a line of the list, and as the head of its page. */
record DeviceRow(
    long number,
    String name,
    String serialNumber,
    String platform,
    String model,
    String osVersion,
    Instant lastSeenAt,
    String stateClass,
    String stateText) {

  static DeviceRow of(DeviceView device) {
    return new DeviceRow(
        device.id(),
        device.name() == null ? device.serialNumber() : device.name(),
        device.serialNumber(),
        device.platform(),
        device.life().modelName() == null ? device.model() : device.life().modelName(),
        device.osVersion(),
        device.lastSeenAt(),
        device.blockedAt() != null
            ? "state-blocked"
            : "state-" + device.life().state().name().toLowerCase(Locale.ROOT),
        stateText(device));
  }

  private static String stateText(DeviceView device) {
    if (device.blockedAt() != null) {
      return device.life().state() == State.UNENROLLED
          ? "Blocked, left"
          : "Blocked, not yet unenrolled";
    }
    return switch (device.life().state()) {
      case NONE, STARTED -> "Enrolling";
      case ENROLLED -> "Enrolled";
      case UNENROLLED -> "Left";
    };
  }

  public String lastSeen() {
    return Moment.text(lastSeenAt);
  }
}
