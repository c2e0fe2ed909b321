// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.enrollment.EnrollmentSummary.State;
import java.util.Locale;

/** Where a device stands, in one word: the one that matters most. */
public enum DeviceConditionView {
  ENROLLING,
  ENROLLED,
  /** Its identity was revoked: it is let in no more until it enrolls anew. */
  IDENTITY_REVOKED,
  /** An operator has asked for its retirement; it hasn't gone yet. */
  UNENROLLING,
  /** It has checked out by itself. */
  UNENROLLED,
  /** It has gone as an operator wanted. */
  RETIRED,
  /** An operator keeps it out, but it may still be managed. */
  BLOCKED_NOT_YET_UNENROLLED,
  BLOCKED;

  static DeviceConditionView of(DeviceView device) {
    DeviceLifeView life = device.life();
    boolean gone = life.state() == State.UNENROLLED || life.departure().retiredAt() != null;
    if (device.blockedAt() != null) {
      return gone ? BLOCKED : BLOCKED_NOT_YET_UNENROLLED;
    }
    if (gone) {
      return life.departure().retiredAt() == null ? UNENROLLED : RETIRED;
    }
    if (life.identityRevokedAt() != null) {
      return IDENTITY_REVOKED;
    }
    if (life.departure().requestedAt() != null) {
      return UNENROLLING;
    }
    return life.state() == State.ENROLLED ? ENROLLED : ENROLLING;
  }

  /** As the API tells it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
