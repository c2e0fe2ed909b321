// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.Refusal;
import daybook.domain.enrollment.EnrollmentEvent.DeviceGrouped;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRenewed;
import daybook.domain.enrollment.EnrollmentEvent.UserUnenrolled;
import daybook.domain.enrollment.EnrollmentIntent.AdoptEnrollment;
import daybook.domain.enrollment.EnrollmentIntent.RenewIdentity;
import daybook.domain.enrollment.EnrollmentIntent.ShredDevice;
import daybook.domain.enrollment.EnrollmentIntent.StartEnrollment;
import daybook.domain.enrollment.EnrollmentIntent.Unenroll;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.group.DeviceGroups;

/** How an enrollment begins, is renewed, and ends. */
final class LifeRules {
  private static final String ENROLLMENT = "enrollment";
  private static final String CHECKOUT = "checkout";
  private static final String SHREDDING = "shredding";

  private LifeRules() {}

  static EnrollmentSummary summary(EnrollmentState state) {
    LifeCycle life = state.life();
    return new EnrollmentSummary(
        life.state(),
        life.number(),
        life.pin().accepted(),
        life.topic(),
        state.channels().users(),
        life.generation(),
        state.block().stands());
  }

  static Decision<Void> decide(EnrollmentState state, StartEnrollment intent) {
    LifeCycle life = state.life();
    String certificate = intent.certificate().sha256();
    Pin pin = life.pin();
    if (life.is(State.STARTED)
        && pin.is(certificate)
        && !pin.revoked()
        && !state.block().stands()) {
      return Decision.accepted();
    }
    return Gate.of(state, intent)
        .notFormer(certificate)
        .notBlocked()
        .sealedAnew()
        .unhurried(intent.hourlyEvents())
        .then(() -> begun(new Steps(state, intent.now()).cancelAll(ENROLLMENT), intent));
  }

  private static Decision<Void> begun(Steps steps, StartEnrollment intent) {
    return grouped(steps.then(started(steps.state().life(), intent)), intent);
  }

  private static Decision<Void> grouped(Steps steps, StartEnrollment intent) {
    DeviceGroups before = steps.state().groups();
    DeviceGroups now = before.with(intent.groups());
    return now.equals(before)
        ? steps.accepted()
        : steps.then(new DeviceGrouped(now.businessUnit(), now.tags())).accepted();
  }

  private static EnrollmentStarted started(LifeCycle life, StartEnrollment intent) {
    boolean first = life.is(State.NONE);
    return new EnrollmentStarted(
        first ? intent.number() : life.number(),
        first,
        intent.certificate(),
        intent.configuration(),
        intent.topic(),
        intent.identity(),
        intent.message());
  }

  static Decision<Void> decide(EnrollmentState state, AdoptEnrollment intent) {
    LifeCycle life = state.life();
    String certificate = intent.certificate().sha256();
    return Gate.of(state, intent)
        .notFormer(certificate)
        .notBlocked()
        .unhurried(intent.hourlyEvents())
        .then(
            () ->
                life.pin().is(certificate)
                    ? Decision.accepted()
                    : new Steps(state, intent.now())
                        .cancelAll(ENROLLMENT)
                        .then(adopted(life, intent))
                        .accepted());
  }

  private static EnrollmentAdopted adopted(LifeCycle life, AdoptEnrollment intent) {
    boolean first = life.is(State.NONE);
    return new EnrollmentAdopted(
        first ? intent.number() : life.number(),
        first,
        intent.certificate(),
        intent.udid(),
        intent.enrollmentId());
  }

  static Decision<Void> decide(EnrollmentState state, RenewIdentity intent) {
    Pin pin = state.life().pin();
    String certificate = intent.certificate().sha256();
    return Gate.of(state, intent)
        .pinned(pin.current())
        .notFormer(certificate)
        .renewsThisEnrollment(intent.replaces())
        .topic(intent.topic())
        .sealedAnew()
        .unhurried(intent.hourlyEvents())
        .then(
            () ->
                pin.is(certificate)
                    ? Decision.accepted()
                    : Decision.accepted(
                        new IdentityRenewed(
                            intent.certificate(), pin.current(), intent.message())));
  }

  static Decision<Void> decide(EnrollmentState state, Unenroll intent) {
    LifeCycle life = state.life();
    boolean silent = state.retirement().isDone() && !state.retirement().left();
    if (life.is(State.UNENROLLED) && life.pin().is(intent.certificate()) && !silent) {
      return Decision.accepted();
    }
    return Gate.of(state, intent)
        .pinnedThoughToldToGo(intent.certificate())
        .sealedAnew()
        .unhurried(intent.hourlyEvents())
        .then(() -> left(state, intent));
  }

  private static Decision<Void> left(EnrollmentState state, Unenroll intent) {
    if (intent.channel().isDevice()) {
      Steps steps =
          new Steps(state, intent.now())
              .cancelAll(CHECKOUT)
              .then(new DeviceUnenrolled(intent.message()));
      RetirementRules.left(steps);
      return steps.accepted();
    }
    return state.channel(intent.channel()).enrolled()
        ? new Steps(state, intent.now())
            .cancel(intent.channel(), CHECKOUT)
            .then(new UserUnenrolled(intent.channel(), intent.message()))
            .accepted()
        : Decision.accepted();
  }

  static Decision<Void> decide(EnrollmentState state, ShredDevice intent) {
    if (state.life().is(State.NONE)) {
      return Decision.refused(Refusal.NOT_ENROLLED, "nothing is known of this device");
    }
    if (intent.generation() < state.life().generation()) {
      return Decision.accepted();
    }
    DomainEvent shredded = new DeviceShredded(intent.generation(), intent.keyIds());
    Steps steps = new Steps(state, intent.now()).cancelAll(SHREDDING).then(shredded);
    RetirementRules.emptied(steps, shredded);
    return steps.accepted();
  }
}
