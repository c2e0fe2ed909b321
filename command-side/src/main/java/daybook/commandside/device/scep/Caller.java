// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import daybook.commandside.door.Origins;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.Subject;
import daybook.domain.enrollment.EnrollmentId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;

/** Who sent a request: a stranger, until a certificate of ours has proven otherwise. */
record Caller(HttpServletRequest request, Origins origins, Instant now) {
  Origin stranger() {
    return origins.of(request, Actor.stranger(), Origins.strangers(now));
  }

  Origin device(EnrollmentId enrollment) {
    Actor actor = new Actor(Actor.Kind.DEVICE, enrollment.value());
    return origins.of(request, actor, Subject.of(enrollment.stream()));
  }

  /** For questions, which leave no event. */
  Origin asking() {
    return origins.asking(request, Actor.stranger());
  }
}
