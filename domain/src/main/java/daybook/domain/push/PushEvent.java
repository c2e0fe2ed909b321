// SPDX-License-Identifier: Apache-2.0
package daybook.domain.push;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.enrollment.Channel;
import java.time.Instant;

/** Everything that can have happened to an enrollment's pushes; stream {@code enrollment:<id>}. */
public sealed interface PushEvent extends DomainEvent {
  Channel channel();

  /** A push is open from now on; {@code reason} is {@code enrolled}, {@code command}, … */
  @EventName("PushRequested")
  record PushRequested(Channel channel, String reason, Instant notBefore) implements PushEvent {}

  @EventName("PushAccepted")
  record PushAccepted(Channel channel, String apnsId) implements PushEvent {}

  /** {@code reason} is APNs' own word, {@code Unregistered} for one. */
  @EventName("PushRejected")
  record PushRejected(Channel channel, String reason) implements PushEvent {}

  /**
   * APNs says that the channel's token has been dead since then, and no newer one has come: the
   * device has presumably removed its management, or the user is gone from it. No push is requested
   * until the next {@code TokenUpdate}.
   *
   * @see <a
   *     href="https://developer.apple.com/documentation/usernotifications/handling-notification-responses-from-apns">Handling
   *     notification responses from APNs</a>
   */
  @EventName("RemovalPresumed")
  record RemovalPresumed(Channel channel, Instant since) implements PushEvent {}

  @EventName("PushImpossible")
  record PushImpossible(Channel channel, String topic) implements PushEvent {}
}
