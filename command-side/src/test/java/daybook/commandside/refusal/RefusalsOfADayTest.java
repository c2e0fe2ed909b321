// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.refusal;

import daybook.commandside.aggregate.Story;
import daybook.domain.access.AccountId;
import daybook.domain.refusal.RefusalEvent.RequestRefused;
import daybook.domain.refusal.RefusalEvent.RequestsRefused;
import daybook.domain.refusal.RefusalIntent.RecordRefusal;
import daybook.domain.refusal.RefusalIntent.RecordRefusals;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The day's refusals, each as it was told. */
class RefusalsOfADayTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final AccountId ACCOUNT = new AccountId("alice");
  private static final String DAY = "2026-11-24";

  private final Story<RefusalsOfADay> story = Story.of(RefusalsOfADay.class);

  @Test
  void oneIsKeptInFull() {
    story
        .when(
            new RecordRefusal(
                "node", DAY, NOW, "SIGNATURE_MISMATCH", "detail", "checkin", "aa", null, ACCOUNT))
        .records(new RequestRefused("SIGNATURE_MISMATCH", "detail", "checkin", "aa", null, ACCOUNT))
        .accepted();
  }

  @Test
  void manyAreKeptAsANumber() {
    story
        .when(new RecordRefusals("node", DAY, NOW, "BODY_TOO_LARGE", "scep", 90, NOW, NOW))
        .records(new RequestsRefused("BODY_TOO_LARGE", "scep", 90, NOW, NOW))
        .accepted();
  }
}
