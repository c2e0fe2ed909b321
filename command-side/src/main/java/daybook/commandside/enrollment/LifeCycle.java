// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.DomainEvent;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentAdopted;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRenewed;
import daybook.domain.enrollment.EnrollmentEvent.IdentityRevoked;
import daybook.domain.enrollment.EnrollmentEvent.PushTokenChanged;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;

/**
 * Where an enrollment is in its life, and who may speak for it.
 *
 * @param number of the API; 0 while it has none
 * @param topic of the installed MDM payload; null until an adopted device tells it
 * @param generation of its keys
 */
record LifeCycle(State state, long number, String topic, Pin pin, int generation) {

  static LifeCycle none() {
    return new LifeCycle(State.NONE, 0, null, Pin.none(), 1);
  }

  LifeCycle after(DomainEvent event) {
    if (event instanceof EnrollmentStarted it) {
      Pin pinned = pin.startedBy(it.certificate().sha256());
      return new LifeCycle(State.STARTED, it.number(), it.topic(), pinned, generation);
    }
    if (event instanceof EnrollmentAdopted it) {
      Pin pinned = pin.startedBy(it.certificate().sha256());
      return new LifeCycle(State.ENROLLED, it.number(), null, pinned, generation);
    }
    if (event instanceof PushTokenChanged it && it.channel().isDevice() && topic == null) {
      return new LifeCycle(state, number, it.topic(), pin, generation);
    }
    if (event instanceof IdentityRenewed it) {
      Pin pinned = pin.renewedBy(it.certificate().sha256());
      return new LifeCycle(state, number, topic, pinned, generation);
    }
    if (event instanceof IdentityRevoked) {
      return new LifeCycle(state, number, topic, pin.revoke(), generation);
    }
    if (event instanceof DeviceEnrolled) {
      return in(State.ENROLLED);
    }
    if (event instanceof DeviceUnenrolled
        || (event instanceof DeviceRetired it && it.command() != null)) {
      return in(State.UNENROLLED);
    }
    if (event instanceof DeviceShredded it) {
      return new LifeCycle(state, number, topic, pin, it.generation() + 1);
    }
    return this;
  }

  boolean is(State other) {
    return state == other;
  }

  private LifeCycle in(State next) {
    return new LifeCycle(next, number, topic, pin, generation);
  }
}
