// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandId;
import daybook.domain.command.Delivery;
import daybook.domain.command.NextCommand;
import daybook.domain.command.Queries;
import daybook.domain.command.RenewalCommand;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * One command in a channel's queue. Its payload stays in the log.
 *
 * @param sequence of its {@code CommandQueued} in the enrollment's stream
 * @param queuedAt the time of that event
 * @param renewal whether it renews the device's identity
 * @param notBefore null: at once
 * @param expiresAt null: never
 */
record QueuedCommand(
    CommandId id,
    String requestType,
    Delivery delivery,
    long sequence,
    Instant queuedAt,
    boolean renewal,
    int priority,
    Instant notBefore,
    Instant expiresAt,
    Deliveries deliveries) {

  static QueuedCommand of(CommandQueued event, long sequence, Instant time) {
    return new QueuedCommand(
        event.command(),
        event.requestType(),
        event.delivery(),
        sequence,
        time,
        event.name().equals(RenewalCommand.NAME),
        event.priority(),
        event.notBefore(),
        event.expiresAt(),
        Deliveries.none());
  }

  QueuedCommand with(UnaryOperator<Deliveries> change) {
    return new QueuedCommand(
        id,
        requestType,
        delivery,
        sequence,
        queuedAt,
        renewal,
        priority,
        notBefore,
        expiresAt,
        change.apply(deliveries));
  }

  boolean mayGoOnce() {
    return delivery == Delivery.ONCE;
  }

  /** Whether its time has come; it may rest all the same. */
  boolean due(Instant now) {
    return notBefore == null || !now.isBefore(notBefore);
  }

  boolean expired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** It may go out once, it did, and a session has begun without a word about it. */
  boolean unconfirmed() {
    return mayGoOnce() && deliveries.unreported();
  }

  boolean stuck() {
    return deliveries.misses() >= Deliveries.MOST_MISSES;
  }

  /** Whether no session will offer it again. */
  boolean isSpent(Instant now) {
    return unconfirmed() || stuck() || expired(now);
  }

  /** Whether it goes out before another one: by its priority, and then by its age. */
  boolean precedes(QueuedCommand other) {
    return priority != other.priority ? priority > other.priority : sequence < other.sequence;
  }

  boolean offerable(Instant now) {
    return due(now) && !deliveries.rests();
  }

  /** Whether it waits for an operator's word: it is no query, and was queued before a moment. */
  boolean isHeld(Instant heldBefore) {
    return heldBefore != null && queuedAt.isBefore(heldBefore) && !Queries.isQuery(requestType);
  }

  NextCommand next() {
    return new NextCommand(id, requestType, sequence);
  }
}
