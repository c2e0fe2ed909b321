// SPDX-License-Identifier: Apache-2.0
package daybook.domain.escrow;

import daybook.domain.Intent;
import daybook.domain.Secret;
import daybook.domain.StreamId;
import daybook.domain.enrollment.EnrollmentId;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that may be asked of a device's escrow. {@code hourlyEvents} is the most events that
 * the device may cause by itself in an hour; above, it is {@code THROTTLED}.
 */
public sealed interface EscrowIntent<R> extends Intent<R> {
  EnrollmentId enrollment();

  @Override
  default StreamId target() {
    return enrollment().stream();
  }

  /**
   * {@code SetBootstrapToken}.
   *
   * @param token null when it was absent or empty: the token is removed
   * @see <a
   *     href="https://developer.apple.com/documentation/devicemanagement/setbootstraptokenrequest">SetBootstrapTokenRequest</a>
   */
  record EscrowBootstrapToken(
      EnrollmentId enrollment,
      Instant now,
      String certificate,
      Secret token,
      Boolean awaitingConfiguration,
      int hourlyEvents)
      implements EscrowIntent<Void> {}

  /**
   * {@code GetBootstrapToken}. What was given into keeping since the enrollment began is released,
   * whichever renewal of its identity asks; the reply is the sequence, in the enrollment's stream,
   * of the event that holds it, or empty: there is none.
   *
   * @see <a
   *     href="https://developer.apple.com/documentation/devicemanagement/getbootstraptokenrequest">GetBootstrapTokenRequest</a>
   */
  record ReleaseBootstrapToken(
      EnrollmentId enrollment, Instant now, String certificate, int hourlyEvents)
      implements EscrowIntent<Optional<Long>> {}
}
