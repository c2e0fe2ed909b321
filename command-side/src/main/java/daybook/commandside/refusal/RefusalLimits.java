// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.refusal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * How many refusals are recorded in full: the first 20 an hour for each reason and neighbourhood of
 * addresses, 2,000 an hour in all, so that the log stays small whoever knocks.
 */
final class RefusalLimits {
  private static final int OF_A_NEIGHBOURHOOD = 20;
  private static final int OF_ALL = 2_000;

  private final Map<String, Integer> recorded = new HashMap<>();
  private Instant hour = Instant.EPOCH;
  private int all;

  /** Whether one more may be recorded in full at {@code now}. */
  synchronized boolean take(String reason, String neighbourhood, Instant now) {
    Instant present = now.truncatedTo(ChronoUnit.HOURS);
    if (!present.equals(hour)) {
      hour = present;
      recorded.clear();
      all = 0;
    }
    if (all == OF_ALL) {
      return false;
    }
    String key = reason + " " + neighbourhood;
    int before = recorded.getOrDefault(key, 0);
    if (before == OF_A_NEIGHBOURHOOD) {
      return false;
    }
    recorded.put(key, before + 1);
    all++;
    return true;
  }
}
