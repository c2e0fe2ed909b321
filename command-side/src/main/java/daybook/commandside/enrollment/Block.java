// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.enrollment.EnrollmentEvent.BlockedDeviceTurnedAway;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnblocked;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether the device is kept out. It survives every new enrollment; an operator alone ends it.
 *
 * @param since null: it isn't
 * @param told when it was last recorded that the device was told to go, or null
 */
record Block(Instant since, Instant told) {
  /** The device may come as often as it likes: this often it is recorded. */
  static final Duration RECORDED_EVERY = Duration.ofDays(1);

  static Block none() {
    return new Block(null, null);
  }

  Block after(DomainEvent event, Instant time) {
    if (event instanceof DeviceBlocked) {
      return new Block(time, null);
    }
    if (event instanceof DeviceUnblocked) {
      return none();
    }
    return event instanceof BlockedDeviceTurnedAway ? new Block(since, time) : this;
  }

  boolean stands() {
    return since != null;
  }

  /** Whether its coming now is to be recorded. */
  boolean tellsAt(Instant now) {
    return told == null || !now.isBefore(told.plus(RECORDED_EVERY));
  }
}
