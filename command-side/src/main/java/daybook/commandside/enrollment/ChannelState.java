// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.UserEnrolled;
import java.time.Duration;
import java.time.Instant;

/**
 * One channel: its queue and its pushes.
 *
 * @param enrolled whether a push token has come, or an operator adopted the device
 * @param touched the time of the last event that was its own
 * @param connected when its last session began, or null
 */
record ChannelState(
    boolean enrolled, Instant touched, Instant connected, CommandQueue queue, PushState push) {
  /** A further Idle within this time that gets nothing leaves no trace. */
  static final Duration QUIET = Duration.ofSeconds(60);

  ChannelState {
    queue = queue == null ? CommandQueue.empty() : queue;
    push = push == null ? PushState.none() : push;
  }

  static ChannelState unknown() {
    return new ChannelState(false, null, null, CommandQueue.empty(), PushState.none());
  }

  ChannelState after(DomainEvent event, long sequence, Instant time) {
    return new ChannelState(
        enrolled
            || event instanceof DeviceEnrolled
            || event instanceof UserEnrolled
            || event instanceof EnrollmentAdopted,
        time,
        event instanceof DeviceConnected ? time : connected,
        queue.after(event, sequence, time),
        push.after(event, sequence, time));
  }

  /** What a shredding leaves: commands and push target were sealed with the dropped keys. */
  ChannelState shredded() {
    return new ChannelState(enrolled, touched, connected, CommandQueue.empty(), PushState.none());
  }

  /** Nobody waits for the device to come. */
  ChannelState withoutPush() {
    return new ChannelState(enrolled, touched, connected, queue, push.closed());
  }

  /**
   * Whether an Idle now would tell nothing new and get nothing.
   *
   * @param renewals whether it could get renewals alone
   * @param heldBefore commands from before are held; null: none is
   */
  boolean restsAt(Instant now, boolean renewals, Instant heldBefore) {
    return connected != null
        && now.isBefore(connected.plus(QUIET))
        && queue.restsAt(now, renewals, heldBefore);
  }
}
