// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.EnrollmentSummary.State;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Whether an enrollment has ever been started. Keys are made only for those that have, lest anyone
 * with one good certificate fills the key store. What has been started once stays so.
 */
@Component
public class KnownEnrollments {
  private final Intents intents;
  private final Clock clock;
  private final Cache<EnrollmentId, Boolean> known =
      Caffeine.newBuilder().maximumSize(100_000).build();

  public KnownEnrollments(Intents intents, Clock clock) {
    this.intents = intents;
    this.clock = clock;
  }

  /** Accepted when it has, else {@code NOT_ENROLLED}. */
  public Outcome<Void> require(EnrollmentId enrollment, Origin asking) {
    if (known.getIfPresent(enrollment) != null) {
      return Outcome.accepted();
    }
    Outcome<EnrollmentSummary> described =
        intents.send(new DescribeEnrollment(enrollment, clock.instant()), asking);
    if (!described.isAccepted()) {
      return described.map(summary -> null);
    }
    if (described.reply().state() == State.NONE) {
      return Outcome.refused(Refusal.NOT_ENROLLED, "the device has never enrolled");
    }
    known.put(enrollment, true);
    return Outcome.accepted();
  }
}
