// SPDX-License-Identifier: Apache-2.0
package daybook.domain.retirement;

import daybook.domain.Intent;
import daybook.domain.Secret;
import daybook.domain.StreamId;
import daybook.domain.command.CommandId;
import daybook.domain.enrollment.EnrollmentId;
import java.time.Instant;

/** Everything that may be asked of a device's retirement. */
public sealed interface RetirementIntent<R> extends Intent<R> {
  EnrollmentId enrollment();

  @Override
  default StreamId target() {
    return enrollment().stream();
  }

  /**
   * Ends the management of an enrolled device: closes what is queued on all its channels, queues
   * the command as its last one, and has it woken. Refused with {@code RETIREMENT_PENDING} while an
   * earlier one still waits for its answer, with {@code PROFILE_UNKNOWN} without a profile.
   *
   * @param profile the identifier of the enrollment profile as it was served; null: it is unknown
   * @param payload a whole {@code RemoveProfile} with {@code CommandUUID}, sealed for {@code
   *     CommandQueued}, path {@code payload}
   * @see <a
   *     href="https://developer.apple.com/documentation/devicemanagement/removeprofilecommand">RemoveProfileCommand</a>
   */
  record RetireDevice(
      EnrollmentId enrollment, Instant now, CommandId command, String profile, Secret payload)
      implements RetirementIntent<Void> {}
}
