// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;

/** Events of a device's life, for tests of values. */
record LifeEvents(Device device) {
  EnrollmentStarted started() {
    return new EnrollmentStarted(
        42,
        true,
        device.pinnable(),
        "conf",
        Device.TOPIC,
        Device.identity(),
        device.secret("message"));
  }
}
