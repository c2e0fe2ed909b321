// SPDX-License-Identifier: Apache-2.0
package daybook.domain.retirement;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.enrollment.EnrollmentId;

/** Port: ends the management of a device. */
@FunctionalInterface
public interface Retirements {
  /**
   * Finds the profile by which the device is managed, and has it removed.
   *
   * @return refused with {@code PROFILE_UNKNOWN} when that profile isn't of our serving, or as
   *     {@link RetirementIntent.RetireDevice} is
   */
  Outcome<Void> retire(EnrollmentId enrollment, Origin origin);
}
