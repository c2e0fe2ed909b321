// SPDX-License-Identifier: Apache-2.0
package daybook.domain.push;

import daybook.domain.Intent;
import daybook.domain.Secret;
import daybook.domain.StreamId;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentId;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that may be asked of an enrollment's pushes. {@code request} is the place of its
 * {@code PushRequested} in the enrollment's stream: an outcome that comes when another push is
 * open, or none, changes nothing.
 */
public sealed interface PushIntent<R> extends Intent<R> {
  EnrollmentId enrollment();

  @Override
  default StreamId target() {
    return enrollment().stream();
  }

  /** Requests a push, unless one is open. */
  record RequestPush(
      EnrollmentId enrollment, Instant now, Channel channel, String reason, Instant notBefore)
      implements PushIntent<Void> {}

  /** Asks for the target of the open push; empty when none is open any more. */
  record AskPushTarget(EnrollmentId enrollment, Instant now, Channel channel)
      implements PushIntent<Optional<PushTarget>> {}

  /** APNs took the push. */
  record RecordPushAccepted(
      EnrollmentId enrollment, Instant now, Channel channel, long request, String apnsId)
      implements PushIntent<Void> {}

  /**
   * APNs refused the push for good.
   *
   * @param deadSince when APNs learned that the token is dead ({@code Unregistered} alone tells),
   *     or null
   */
  record RecordPushRejected(
      EnrollmentId enrollment,
      Instant now,
      Channel channel,
      long request,
      String reason,
      Instant deadSince)
      implements PushIntent<Void> {}

  /** There is no usable push certificate of the topic. */
  record RecordPushImpossible(
      EnrollmentId enrollment, Instant now, Channel channel, long request, String topic)
      implements PushIntent<Void> {}

  /** Where to push; token and magic are sealed for {@code PushTokenChanged}. */
  record PushTarget(long request, String topic, Secret token, Secret magic, Instant tokenSince) {}
}
