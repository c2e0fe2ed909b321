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

  @EventName("PushImpossible")
  record PushImpossible(Channel channel, String topic) implements PushEvent {}
}
