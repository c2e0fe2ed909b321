// SPDX-License-Identifier: Apache-2.0
package daybook.ui.device;

import daybook.projections.device.DeviceConditionView;
import daybook.projections.device.DeviceView;
import daybook.ui.timeline.Moment;
import java.time.Instant;

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
        "state-" + device.condition().word().replace('_', '-'),
        text(device.condition()));
  }

  private static String text(DeviceConditionView condition) {
    return switch (condition) {
      case ENROLLING -> "Enrolling";
      case ENROLLED -> "Enrolled";
      case IDENTITY_REVOKED -> "Identity revoked";
      case UNENROLLING -> "Being unenrolled";
      case UNENROLLED -> "Left";
      case RETIRED -> "Retired";
      case BLOCKED_NOT_YET_UNENROLLED -> "Blocked, not yet unenrolled";
      case BLOCKED -> "Blocked, left";
    };
  }

  public String lastSeen() {
    return Moment.text(lastSeenAt);
  }
}
