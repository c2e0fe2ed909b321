// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.enrollment.EnrollmentEvent.DeviceSilent;
import daybook.domain.enrollment.EnrollmentIntent.ConfirmSilence;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import java.time.Instant;

/** What follows when a device isn't heard of. */
final class SilenceRules {
  private static final String SILENCE = "silence";

  private SilenceRules() {}

  static Decision<Void> decide(EnrollmentState state, ConfirmSilence intent) {
    Silence silence = state.silence();
    Retirement retirement = state.retirement();
    boolean gone = state.life().is(State.NONE) || state.life().is(State.UNENROLLED);
    if (gone || retirement.isDone() || silence.contact() == null) {
      return Decision.accepted();
    }
    boolean leaving = retirement.stands() || state.block().stands();
    if (!intent.now().isAfter(from(state).plus(intent.after()).minusMillis(1))) {
      return Decision.accepted();
    }
    if (leaving) {
      Steps steps = new Steps(state, intent.now());
      if (retirement.stands()) {
        steps.cancelAll(SILENCE);
      }
      return steps.then(new DeviceRetired(retirement.command(), SILENCE)).accepted();
    }
    return silence.told() || state.archived() || !state.life().is(State.ENROLLED)
        ? Decision.accepted()
        : Decision.accepted(new DeviceSilent(silence.contact(), silence.causes()));
  }

  /** A device that is to go has its time from when it was asked for, or from its last word. */
  private static Instant from(EnrollmentState state) {
    Instant from = state.silence().contact();
    from = later(from, state.retirement().stands() ? state.retirement().since() : null);
    return later(from, state.block().since());
  }

  private static Instant later(Instant one, Instant other) {
    return other == null || one.isAfter(other) ? one : other;
  }
}
