// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandId;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnblocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import daybook.domain.retirement.RetirementEvent.RetiredDeviceTurnedAway;
import daybook.domain.retirement.RetirementEvent.RetirementFailed;
import daybook.domain.retirement.RetirementEvent.RetirementRequested;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether an operator ends, or has ended, the management of the device. A new enrollment forgets
 * it.
 *
 * @param command the device's last one; null: no operator has asked for its retirement
 * @param since when it was asked for
 * @param acknowledged whether the device has said that it carried out the command
 * @param retired when it was retired, or null; without a command it is a blocked device's silence,
 *     and unblocking it takes that back
 * @param left whether it has checked out
 * @param told when it was last recorded that the retired device was told to go, or null
 */
record Retirement(
    CommandId command,
    Instant since,
    boolean acknowledged,
    Instant retired,
    boolean left,
    Instant told) {
  /** The device may come as often as it likes: this often it is recorded. */
  static final Duration RECORDED_EVERY = Duration.ofDays(1);

  static Retirement none() {
    return new Retirement(null, null, false, null, false, null);
  }

  Retirement after(DomainEvent event, Instant time) {
    if (event instanceof RetirementRequested it) {
      return new Retirement(it.command(), time, false, null, false, null);
    }
    if (event instanceof CommandAcknowledged it && it.command().equals(command)) {
      return new Retirement(command, since, true, retired, left, told);
    }
    if (event instanceof DeviceUnenrolled) {
      return new Retirement(command, since, acknowledged, retired, true, told);
    }
    if (event instanceof DeviceRetired) {
      return new Retirement(command, since, acknowledged, time, left, told);
    }
    if (event instanceof DeviceUnblocked && command == null) {
      return none();
    }
    if (event instanceof RetiredDeviceTurnedAway) {
      return new Retirement(command, since, acknowledged, retired, left, time);
    }
    boolean ends =
        event instanceof RetirementFailed
            || event instanceof EnrollmentStarted
            || event instanceof EnrollmentAdopted;
    return ends ? none() : this;
  }

  /** Whether it was asked for, and the device isn't gone yet. */
  boolean stands() {
    return command != null && retired == null;
  }

  /** Whether its command waits or is out. */
  boolean waits() {
    return stands() && !acknowledged;
  }

  boolean isDone() {
    return retired != null;
  }

  /** Whether the retired device's coming now is to be recorded. */
  boolean tellsAt(Instant now) {
    return told == null || !now.isBefore(told.plus(RECORDED_EVERY));
  }
}
