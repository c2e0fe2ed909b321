// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.Refusal;
import daybook.domain.catalog.EventCatalog;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Channel;
import daybook.domain.push.PushEvent.PushRequested;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import daybook.domain.retirement.RetirementEvent.RetirementFailed;
import daybook.domain.retirement.RetirementEvent.RetirementRequested;
import daybook.domain.retirement.RetirementIntent.RetireDevice;
import java.util.Map;

/** Ending the management of a device by its last command. */
final class RetirementRules {
  private static final String RETIREMENT = "retirement";
  private static final String REMOVE_PROFILE = "RemoveProfile";
  private static final String CHECKOUT = "checkout";

  private RetirementRules() {}

  /**
   * Once the device has acknowledged its last command and is still there, it may be asked again.
   */
  static Decision<Void> decide(EnrollmentState state, RetireDevice intent) {
    return Gate.of(state, intent)
        .enrolled()
        .sealedAnew()
        .then(
            () -> {
              if (state.retirement().waits()) {
                return Decision.refused(
                    Refusal.RETIREMENT_PENDING, "since " + state.retirement().since());
              }
              return intent.profile() == null
                  ? Decision.refused(Refusal.PROFILE_UNKNOWN, "it was not served here")
                  : requested(state, intent);
            });
  }

  private static Decision<Void> requested(EnrollmentState state, RetireDevice intent) {
    Steps steps = new Steps(state, intent.now()).then(new RetirementRequested(intent.command()));
    steps.cancelAll(RETIREMENT);
    steps.then(lastCommand(intent));
    if (steps.channel(Channel.DEVICE).push().needs(intent.now())) {
      steps.then(new PushRequested(Channel.DEVICE, RETIREMENT, intent.now()));
    }
    return steps.accepted();
  }

  private static CommandQueued lastCommand(RetireDevice intent) {
    return new CommandQueued(
        Channel.DEVICE,
        intent.command(),
        REMOVE_PROFILE,
        REMOVE_PROFILE,
        Delivery.REPEAT,
        RETIREMENT,
        null,
        null,
        0,
        Map.of("Identifier", intent.profile()),
        intent.payload());
  }

  /** The end of a command other than by an acknowledgement: if it was the last one, it failed. */
  static void ended(Steps steps, DomainEvent event) {
    Closing closing = Closing.by(event);
    if (closing != null && closing.command().equals(steps.state().retirement().command())) {
      emptied(steps, event);
    }
  }

  /** The last command isn't queued any more, because of an event. */
  static void emptied(Steps steps, DomainEvent event) {
    Retirement retirement = steps.state().retirement();
    if (retirement.waits()) {
      String reason = EventCatalog.name(event.getClass()).value();
      steps.then(new RetirementFailed(retirement.command(), reason));
    }
  }

  /** The device has checked out. */
  static void left(Steps steps) {
    Retirement retirement = steps.state().retirement();
    if (retirement.stands()) {
      steps.then(new DeviceRetired(retirement.command(), CHECKOUT));
    }
  }
}
