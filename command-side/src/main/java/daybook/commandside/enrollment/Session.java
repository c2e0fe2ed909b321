// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.command.CommandEvent.CommandDelivered;
import daybook.domain.command.CommandEvent.CommandExpired;
import daybook.domain.command.CommandEvent.CommandStuck;
import daybook.domain.command.CommandEvent.CommandUnconfirmed;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.command.CommandIntent.RecordReport;
import daybook.domain.command.NextCommand;
import daybook.domain.command.ReportStatus;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.ExpiredIdentityAdmitted;
import daybook.domain.push.PushEvent.PushRequested;
import java.time.Instant;
import java.util.Optional;

/**
 * One turn of a channel's session: from a message of the device to the answer. A device whose
 * certificate has ended gets what renews it or has it leave, and no other command.
 */
final class Session {
  private final Channel channel;
  private final Instant now;
  private final String certificate;
  private final Instant ended;
  private final Instant heldBefore;
  private final Steps steps;

  Session(EnrollmentState state, RecordReport intent) {
    this.channel = intent.channel();
    this.now = intent.now();
    this.certificate = intent.certificate();
    this.ended = intent.ended();
    this.heldBefore = intent.heldBefore();
    this.steps = new Steps(state, now);
  }

  Steps steps() {
    return steps;
  }

  /** Whether an Idle now leaves no trace. */
  boolean rests() {
    return !steps.state().archived() && steps.channel(channel).restsAt(now, renewals(), heldBefore);
  }

  /** Whether no session is known to be going on. */
  boolean unknown() {
    return queue().out() == null;
  }

  void begin() {
    steps.then(new DeviceConnected(channel));
    if (ended != null) {
      steps.then(new ExpiredIdentityAdmitted(certificate, ended));
    }
  }

  /**
   * Gives up what is spent, and answers with the next command if there is one.
   *
   * @param doubtful whether the one that is out must be seen to go out once more
   */
  Decision<Optional<NextCommand>> goOn(ReportStatus last, boolean doubtful) {
    giveUp(steps, channel);
    Optional<NextCommand> next = queue().outgoing().isPresent() ? again(doubtful) : first();
    return next.isPresent() ? steps.accepted(next) : ends(last);
  }

  /** Answers with nothing, which ends the session. */
  Decision<Optional<NextCommand>> ends(ReportStatus last) {
    Wake.after(queue(), last, now)
        .filter(wake -> steps.channel(channel).push().needs(wake.at()))
        .ifPresent(wake -> steps.then(new PushRequested(channel, wake.reason(), wake.at())));
    return steps.accepted(Optional.empty());
  }

  /** Closes the commands that no session will offer again. */
  static void giveUp(Steps steps, Channel channel) {
    for (QueuedCommand command : steps.channel(channel).queue().spent(steps.now())) {
      DomainEvent end = givenUp(channel, command);
      steps.then(end);
      RetirementRules.ended(steps, end);
    }
  }

  private static DomainEvent givenUp(Channel channel, QueuedCommand command) {
    if (command.unconfirmed()) {
      return new CommandUnconfirmed(channel, command.id(), command.requestType());
    }
    int misses = command.deliveries().misses();
    return command.stuck()
        ? new CommandStuck(channel, command.id(), command.requestType(), misses)
        : new CommandExpired(channel, command.id(), command.requestType());
  }

  /**
   * The one that is out, for a device to which our last answer was lost; never one that may go out
   * once, and none that is held.
   */
  private Optional<NextCommand> again(boolean doubtful) {
    QueuedCommand command = queue().outgoing().orElseThrow();
    if (command.mayGoOnce() || command.isHeld(heldBefore) || (renewals() && !command.renewal())) {
      return Optional.empty();
    }
    boolean seen = command.deliveries().recent(now) && !doubtful;
    return Optional.of(seen ? command.next() : deliver(command));
  }

  private Optional<NextCommand> first() {
    return queue().next(now, renewals(), heldBefore).map(this::deliver);
  }

  private NextCommand deliver(QueuedCommand command) {
    int attempt = command.deliveries().attempts() + 1;
    steps.then(new CommandDelivered(channel, command.id(), command.requestType(), attempt));
    return command.next();
  }

  private boolean renewals() {
    return ended != null && !steps.state().retirement().stands();
  }

  private CommandQueue queue() {
    return steps.channel(channel).queue();
  }
}
