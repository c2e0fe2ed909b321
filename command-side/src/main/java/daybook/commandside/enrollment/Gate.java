// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.Intent;
import daybook.domain.Personal;
import daybook.domain.Refusal;
import daybook.domain.Sealed;
import daybook.domain.SealedFields;
import daybook.domain.Secret;
import daybook.domain.enrollment.EnrollmentEvent.BlockedDeviceTurnedAway;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentThrottled;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.retirement.RetirementEvent.RetiredDeviceTurnedAway;
import java.util.List;
import java.util.function.Supplier;

/** What an intent must pass before it is considered: the first objection is the answer. */
final class Gate<R> {
  private final EnrollmentState state;
  private final Intent<R> intent;
  private Decision<R> objection;

  private Gate(EnrollmentState state, Intent<R> intent) {
    this.state = state;
    this.intent = intent;
  }

  static <R> Gate<R> of(EnrollmentState state, Intent<R> intent) {
    return new Gate<>(state, intent);
  }

  /**
   * Something was started, this is the certificate that speaks for it now, and no operator keeps
   * the device out.
   */
  Gate<R> pinned(String certificate) {
    return speaks(certificate).notBlocked().notRetired().notGone();
  }

  /** As {@link #pinned}, but a device that was told to go may say that it leaves. */
  Gate<R> pinnedThoughToldToGo(String certificate) {
    return state.retirement().isDone() ? speaks(certificate) : speaks(certificate).notGone();
  }

  /** As {@link #pinned}, but a device that has left may still say what it did before. */
  Gate<R> pinnedThoughGone(String certificate) {
    return speaks(certificate).notBlocked();
  }

  /** No operator keeps the device out; who is, is told to go, and that is recorded once a day. */
  Gate<R> notBlocked() {
    Block block = state.block();
    if (objection == null && block.stands()) {
      objection = Decision.refused(Refusal.DEVICE_BLOCKED, "blocked by an operator");
      if (block.tellsAt(intent.now())) {
        objection = new Decision<>(List.of(new BlockedDeviceTurnedAway()), objection.outcome());
      }
    }
    return this;
  }

  /** The device wasn't retired; who was, is told to go, and that is recorded once a day. */
  private Gate<R> notRetired() {
    Retirement retirement = state.retirement();
    if (objection == null && retirement.isDone()) {
      objection = Decision.refused(Refusal.DEVICE_RETIRED, "retired by an operator");
      if (retirement.tellsAt(intent.now())) {
        RetiredDeviceTurnedAway told = new RetiredDeviceTurnedAway(retirement.command());
        objection = new Decision<>(List.of(told), objection.outcome());
      }
    }
    return this;
  }

  private Gate<R> speaks(String certificate) {
    if (state.life().is(State.NONE)) {
      return refuse(Refusal.NOT_ENROLLED, "the device has not authenticated");
    }
    state.life().pin().judge(certificate).ifPresent(reason -> refuse(reason, certificate));
    return this;
  }

  private Gate<R> notGone() {
    return state.life().is(State.UNENROLLED)
        ? refuse(Refusal.UNENROLLED, "the device has left")
        : this;
  }

  /** The certificate is not one that was replaced or revoked. */
  Gate<R> notFormer(String certificate) {
    Pin pin = state.life().pin();
    if (pin.is(certificate) && pin.revoked()) {
      return refuse(Refusal.CERTIFICATE_REVOKED, certificate);
    }
    return pin.was(certificate) ? refuse(Refusal.CERTIFICATE_REPLACED, certificate) : this;
  }

  /** The renewal was begun since the enrollment was: what preceded it speaks for nobody. */
  Gate<R> renewsThisEnrollment(String replaces) {
    return state.life().pin().isOfThisEnrollment(replaces)
        ? this
        : refuse(Refusal.CERTIFICATE_REPLACED, "it renews an identity of a former enrollment");
  }

  /** The topic is that of the installed MDM payload, which can't change. */
  Gate<R> topic(String topic) {
    String installed = state.life().topic();
    return installed == null || installed.equals(topic)
        ? this
        : refuse(Refusal.TOPIC_CHANGED, "installed with " + installed);
  }

  /** The device is under management, and will be answered when it comes. */
  Gate<R> enrolled() {
    return switch (state.life().state()) {
      case ENROLLED -> answered();
      case UNENROLLED ->
          state.retirement().isDone()
              ? refuse(Refusal.DEVICE_RETIRED, "retired by an operator")
              : refuse(Refusal.UNENROLLED, "the device has left");
      case NONE, STARTED -> refuse(Refusal.NOT_ENROLLED, "the device has not enrolled");
    };
  }

  private Gate<R> answered() {
    if (state.block().stands()) {
      return refuse(Refusal.DEVICE_BLOCKED, "blocked by an operator");
    }
    return state.life().pin().revoked()
        ? refuse(Refusal.CERTIFICATE_REVOKED, "its identity was revoked by an operator")
        : this;
  }

  /** No retirement is under way, so that it may get commands. */
  Gate<R> notRetiring() {
    return state.retirement().stands()
        ? refuse(Refusal.RETIREMENT_PENDING, "since " + state.retirement().since())
        : this;
  }

  /** Nothing in it is sealed under a key that was dropped. */
  Gate<R> sealedAnew() {
    boolean old =
        SealedFields.of((Record) intent).values().stream()
            .anyMatch(value -> sealed(value).generation() < state.life().generation());
    return old
        ? refuse(Refusal.SEALED_UNDER_DROPPED_KEY, "generation " + state.life().generation())
        : this;
  }

  /** The device has not caused {@code most} events by itself this hour. */
  Gate<R> unhurried(int most) {
    SelfCaused caused = state.selfCaused();
    if (objection == null && caused.tooMany(most, intent.now())) {
      objection = Decision.refused(Refusal.THROTTLED, caused.events() + " events this hour");
      if (!caused.told()) {
        EnrollmentThrottled told = new EnrollmentThrottled(caused.hour(), caused.events());
        objection = new Decision<>(List.of(told), objection.outcome());
      }
    }
    return this;
  }

  /** As {@link #unhurried}, but an answer to a delivered command passes. */
  Gate<R> unhurriedUnless(boolean answer, int most) {
    return answer ? this : unhurried(most);
  }

  Decision<R> then(Supplier<Decision<R>> decide) {
    return objection == null ? decide.get() : objection;
  }

  private Gate<R> refuse(Refusal reason, String detail) {
    if (objection == null) {
      objection = Decision.refused(reason, detail);
    }
    return this;
  }

  private static Sealed sealed(Object value) {
    return value instanceof Secret secret ? secret.sealed() : ((Personal) value).sealed();
  }
}
