// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

import daybook.domain.enrollment.Platform;

/**
 * What is known of a device that decides which commands it can take. Unknown is null.
 *
 * @param productName {@code Mac14,2}
 * @param osVersion {@code 15.1}
 * @param supervised as the device last told
 * @param userEnrollment whether it is enrolled by its user, under an EnrollmentID
 */
public record CommandTarget(
    Platform platform,
    String productName,
    String osVersion,
    Boolean appleSilicon,
    Boolean supervised,
    boolean userEnrollment) {
  /** Nothing is known yet. */
  public static CommandTarget unknown() {
    return new CommandTarget(null, null, null, null, null, false);
  }
}
