// SPDX-License-Identifier: Apache-2.0
package daybook.domain.push;

import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentId;
import java.time.Instant;

/** A row of the to-do view {@code push}: a push that is open. */
public record PushWork(
    EnrollmentId enrollment, Channel channel, String reason, Instant notBefore) {}
