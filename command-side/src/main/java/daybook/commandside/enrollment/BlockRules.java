// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.Refusal;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnblocked;
import daybook.domain.enrollment.EnrollmentIntent.BlockDevice;
import daybook.domain.enrollment.EnrollmentIntent.UnblockDevice;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.push.PushEvent.PushRequested;

/** Keeping a device out, and letting it in again. */
final class BlockRules {
  private static final String BLOCKED = "blocked";

  private BlockRules() {}

  /** One push, so that the device comes and is told at once; no other follows. */
  static Decision<Void> decide(EnrollmentState state, BlockDevice intent) {
    if (state.life().is(State.NONE)) {
      return Decision.refused(Refusal.NOT_ENROLLED, "nothing is known of this device");
    }
    if (state.block().stands()) {
      return Decision.refused(Refusal.ALREADY_BLOCKED, "since " + state.block().since());
    }
    Steps steps = new Steps(state, intent.now()).then(new DeviceBlocked());
    if (steps.channel(Channel.DEVICE).push().needs(intent.now())) {
      steps.then(new PushRequested(Channel.DEVICE, BLOCKED, intent.now()));
    }
    return steps.accepted();
  }

  /** Each channel with commands that waited is woken. */
  static Decision<Void> decide(EnrollmentState state, UnblockDevice intent) {
    if (!state.block().stands()) {
      return Decision.refused(Refusal.NOT_BLOCKED, "it is not blocked");
    }
    Steps steps = new Steps(state, intent.now()).then(new DeviceUnblocked());
    state
        .channels()
        .all()
        .forEach(
            (name, channel) -> {
              if (!channel.queue().commands().isEmpty() && channel.push().needs(intent.now())) {
                steps.then(new PushRequested(new Channel(name), Wake.COMMAND, intent.now()));
              }
            });
    return steps.accepted();
  }
}
