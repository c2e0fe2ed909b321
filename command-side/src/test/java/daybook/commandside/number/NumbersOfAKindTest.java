// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.number;

import daybook.commandside.aggregate.Story;
import daybook.domain.number.NumberEvent.NumbersReserved;
import daybook.domain.number.NumberIntent.ReserveNumbers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Blocks of numbers never overlap. */
class NumbersOfAKindTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final Story<NumbersOfAKind> story = Story.of(NumbersOfAKind.class);

  private static ReserveNumbers reserves(String node, int count) {
    return new ReserveNumbers("devices", NOW, node, count);
  }

  @Test
  void theFirstBlockBeginsAtOne() {
    story.when(reserves("a", 50)).records(new NumbersReserved("a", 1, 50)).answers(1L);
  }

  @Test
  void theNextBlockFollows() {
    story
        .given(reserves("a", 50), reserves("b", 10))
        .when(reserves("a", 50))
        .records(new NumbersReserved("a", 61, 50))
        .answers(61L);
  }
}
