// SPDX-License-Identifier: Apache-2.0
package daybook.domain;

import java.util.Optional;
import java.util.function.Function;

/**
 * What an aggregate answers: accepted with a reply, or refused with a reason. A refusal is never an
 * exception; an exception is a defect.
 */
public sealed interface Outcome<R> {

  /** The intent was accepted, its events (if any) are durable. {@code reply} may be null. */
  record Accepted<R>(R reply) implements Outcome<R> {}

  /** The intent was refused and changed nothing. {@code detail} is for people, without secrets. */
  record Refused<R>(Refusal reason, String detail) implements Outcome<R> {}

  static <R> Outcome<R> accepted(R reply) {
    return new Accepted<>(reply);
  }

  static <R> Outcome<R> accepted() {
    return new Accepted<>(null);
  }

  static <R> Outcome<R> refused(Refusal reason, String detail) {
    return new Refused<>(reason, detail);
  }

  default boolean isAccepted() {
    return this instanceof Accepted;
  }

  /** The refusal, if it is one. */
  default Optional<Refused<R>> refusal() {
    return this instanceof Refused<R> refused ? Optional.of(refused) : Optional.empty();
  }

  /** The reply of an accepted intent; a refusal here is a defect of the caller. */
  default R reply() {
    if (this instanceof Accepted<R> accepted) {
      return accepted.reply();
    }
    throw new IllegalStateException("refused: " + this);
  }

  /** The same refusal, or the accepted reply turned into something else. */
  default <T> Outcome<T> map(Function<? super R, ? extends T> f) {
    if (this instanceof Refused<R> refused) {
      return new Refused<>(refused.reason(), refused.detail());
    }
    return new Accepted<>(f.apply(reply()));
  }
}
