// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.command.CommandEvent.ReportPartRecorded;
import daybook.domain.command.CommandEvent.UnknownCommandReported;
import daybook.domain.enrollment.EnrollmentEvent;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnblocked;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentThrottled;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRevoked;
import daybook.domain.escrow.EscrowEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How many events the device has caused by itself in an hour. Its answers to commands that we
 * delivered don't count.
 *
 * @param hour the UTC hour, as an instant without minutes ({@code 2026-11-24T10:00:00Z})
 * @param told whether the hour's {@code EnrollmentThrottled} was recorded
 */
record SelfCaused(String hour, int events, boolean told) {
  static SelfCaused none() {
    return new SelfCaused("", 0, false);
  }

  static String hour(Instant time) {
    return time.truncatedTo(ChronoUnit.HOURS).toString();
  }

  /**
   * @param known whether the enrollment knows the command of a report's part
   */
  SelfCaused after(DomainEvent event, boolean known, Instant time) {
    if (event instanceof EnrollmentThrottled it) {
      return new SelfCaused(it.hour(), it.events(), true);
    }
    if (!counts(event, known)) {
      return this;
    }
    String now = hour(time);
    return now.equals(hour)
        ? new SelfCaused(hour, events + 1, told)
        : new SelfCaused(now, 1, false);
  }

  /** Whether {@code most} events have been caused in the hour of {@code now}. */
  boolean tooMany(int most, Instant now) {
    return events >= most && hour.equals(hour(now));
  }

  private static boolean isAnOperators(DomainEvent event) {
    return event instanceof DeviceShredded
        || event instanceof DeviceBlocked
        || event instanceof DeviceUnblocked
        || event instanceof IdentityRevoked;
  }

  private static boolean counts(DomainEvent event, boolean known) {
    if (event instanceof ReportPartRecorded) {
      return !known;
    }
    return (event instanceof EnrollmentEvent && !isAnOperators(event))
        || event instanceof EscrowEvent
        || event instanceof DeviceConnected
        || event instanceof UnknownCommandReported;
  }
}
