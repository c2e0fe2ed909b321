// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.refusal;

import java.time.Instant;

/** Refusals of one reason at one door that are only counted. */
record Tally(long count, Instant first, Instant last) {
  static Tally one(Instant now) {
    return new Tally(1, now, now);
  }

  Tally plus(Tally other) {
    return new Tally(
        count + other.count,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last);
  }
}
