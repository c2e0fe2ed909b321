// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.refusal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * How many refusals are recorded in full: the first ones of an hour for each reason and
 * neighbourhood of addresses, and of all, so that the log stays small whoever knocks.
 */
final class RefusalLimits {
  private final Map<String, Integer> recorded = new HashMap<>();
  private Instant hour = Instant.EPOCH;
  private int all;
  private final RefusalSettings settings;

  RefusalLimits(RefusalSettings settings) {
    this.settings = settings;
  }

  /** Whether one more may be recorded in full at {@code now}. */
  synchronized boolean take(String reason, String neighbourhood, Instant now) {
    Instant present = now.truncatedTo(ChronoUnit.HOURS);
    if (!present.equals(hour)) {
      hour = present;
      recorded.clear();
      all = 0;
    }
    if (all == settings.hourlyRefusals()) {
      return false;
    }
    String key = reason + " " + neighbourhood;
    int before = recorded.getOrDefault(key, 0);
    if (before == settings.hourlyRefusalsOfSource()) {
      return false;
    }
    recorded.put(key, before + 1);
    all++;
    return true;
  }
}
