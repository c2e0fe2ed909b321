// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenConfirmed;
import daybook.domain.enrollment.EnrollmentEvent.UserEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.UserUnenrolled;
import daybook.domain.enrollment.EnrollmentIntent.ChannelUser;
import daybook.domain.enrollment.EnrollmentIntent.UpdatePushToken;
import daybook.domain.escrow.EscrowEvent.UnlockTokenEscrowed;
import daybook.domain.push.PushEvent.PushRequested;

/** What a push token means: the first enrolls its channel. */
final class TokenRules {
  private static final String LIMIT = "limit";

  private static final ChannelUser NOBODY = new ChannelUser(null, null, null);

  private TokenRules() {}

  static Decision<Void> decide(EnrollmentState state, UpdatePushToken intent) {
    return Gate.of(state, intent)
        .pinned(intent.certificate())
        .topic(intent.topic())
        .sealedAnew()
        .unhurried(intent.hourlyEvents())
        .then(() -> taken(new Steps(state, intent.now()), intent));
  }

  private static Decision<Void> taken(Steps steps, UpdatePushToken intent) {
    Channel channel = intent.channel();
    ChannelState before = steps.channel(channel);
    boolean alive = !before.push().dead();
    boolean same = before.push().same(intent.topic(), intent.token(), intent.magic());
    if (!before.enrolled()) {
      makeRoom(steps, channel);
    }
    steps.then(
        same ? new PushTokenConfirmed(channel, intent.awaitingConfiguration()) : changed(intent));
    if (!before.enrolled()) {
      steps.then(channel.isDevice() ? new DeviceEnrolled() : new UserEnrolled(channel));
    }
    escrow(steps, intent);
    if (!(same && alive) && steps.channel(channel).push().needs(intent.pushAfter())) {
      String reason = before.enrolled() ? "token" : "enrolled";
      steps.then(new PushRequested(channel, reason, intent.pushAfter()));
    }
    return steps.accepted();
  }

  /** Users are bounded: before one too many, the one who was silent the longest goes. */
  private static void makeRoom(Steps steps, Channel channel) {
    if (!channel.isDevice()) {
      steps
          .state()
          .channels()
          .mustGo()
          .ifPresent(user -> steps.cancel(user, LIMIT).then(new UserUnenrolled(user, null)));
    }
  }

  private static void escrow(Steps steps, UpdatePushToken intent) {
    if (intent.unlockToken() != null
        && !steps.state().escrow().holdsUnlockToken(intent.channel(), intent.unlockToken())) {
      steps.then(new UnlockTokenEscrowed(intent.channel(), intent.unlockToken()));
    }
  }

  private static PushTokenChanged changed(UpdatePushToken intent) {
    ChannelUser user = intent.user() == null ? NOBODY : intent.user();
    return new PushTokenChanged(
        intent.channel(),
        intent.topic(),
        intent.token(),
        intent.magic(),
        intent.awaitingConfiguration(),
        user.userId(),
        user.shortName(),
        user.longName(),
        intent.message());
  }
}
