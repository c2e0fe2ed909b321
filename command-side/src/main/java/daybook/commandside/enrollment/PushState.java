// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.Secret;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenConfirmed;
import daybook.domain.push.PushEvent.PushAccepted;
import daybook.domain.push.PushEvent.PushImpossible;
import daybook.domain.push.PushEvent.PushRejected;
import daybook.domain.push.PushEvent.PushRequested;
import daybook.domain.push.PushEvent.RemovalPresumed;
import daybook.domain.push.PushIntent.PushTarget;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a channel is pushed to, and whether a push is open.
 *
 * @param token null while none is known, like the other parts of the target
 * @param since when the device last told the token
 * @param open the time before which the open push doesn't go out; null: none is open
 * @param request the sequence of the {@code PushRequested} that opened the last push
 * @param dead whether APNs has said since that the token is dead
 */
record PushState(
    String topic,
    Secret token,
    Secret magic,
    Instant since,
    Instant open,
    long request,
    boolean dead) {

  static PushState none() {
    return new PushState(null, null, null, null, null, 0, false);
  }

  PushState after(DomainEvent event, long sequence, Instant time) {
    if (event instanceof PushTokenChanged it) {
      return new PushState(it.topic(), it.token(), it.magic(), time, open, request, false);
    }
    if (event instanceof PushTokenConfirmed) {
      return new PushState(topic, token, magic, time, open, request, false);
    }
    if (event instanceof RemovalPresumed) {
      return new PushState(topic, token, magic, since, null, request, true);
    }
    if (event instanceof PushRequested it) {
      return openAt(it.notBefore(), sequence);
    }
    boolean closes =
        event instanceof PushAccepted
            || event instanceof PushRejected
            || event instanceof PushImpossible
            || event instanceof DeviceConnected;
    return closes ? openAt(null, request) : this;
  }

  /** Nothing is open; an outcome that still comes is too late. */
  PushState closed() {
    return openAt(null, request);
  }

  /** Whether the push of this request is open. */
  boolean isOpen(long of) {
    return open != null && request == of;
  }

  boolean hasTarget() {
    return token != null;
  }

  /** Whether a push must be requested so that one goes out at {@code at}. */
  boolean needs(Instant at) {
    return hasTarget() && !dead && (open == null || at.isBefore(open));
  }

  /** The target of the open push. */
  Optional<PushTarget> target() {
    return open != null && hasTarget()
        ? Optional.of(new PushTarget(request, topic, token, magic, since))
        : Optional.empty();
  }

  /** Whether the device has sent what is known already. */
  boolean same(String otherTopic, Secret otherToken, Secret otherMagic) {
    return hasTarget()
        && topic.equals(otherTopic)
        && token.sealed().sameAs(otherToken.sealed())
        && magic.sealed().sameAs(otherMagic.sealed());
  }

  private PushState openAt(Instant notBefore, long sequence) {
    return new PushState(topic, token, magic, since, notBefore, sequence, dead);
  }
}
