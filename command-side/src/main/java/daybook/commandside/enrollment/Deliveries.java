// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a command went out, and what came back.
 *
 * @param attempts deliveries in all
 * @param lastAt the last delivery, or null
 * @param unreportedSince the first delivery that is not yet counted and was not reported on, or
 *     null
 * @param misses deliveries in a row that count as failed
 * @param deferred whether the last report was NotNow
 * @param rests whether that was in the present session
 */
record Deliveries(
    int attempts,
    Instant lastAt,
    Instant unreportedSince,
    int misses,
    boolean deferred,
    boolean rests) {
  /** A delivery counts as failed when a new session begins this long after it, or later. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** So many failed deliveries in a row, and the command is stuck. */
  static final int MOST_MISSES = 5;

  static Deliveries none() {
    return new Deliveries(0, null, null, 0, false, false);
  }

  Deliveries delivered(int attempt, Instant time) {
    Instant since = unreportedSince == null ? time : unreportedSince;
    return new Deliveries(attempt, time, since, misses, deferred, false);
  }

  Deliveries notNow() {
    return new Deliveries(attempts, lastAt, null, 0, true, true);
  }

  Deliveries sessionBegun(Instant time) {
    boolean missed = unreportedSince != null && !time.isBefore(unreportedSince.plus(PATIENCE));
    return new Deliveries(
        attempts,
        lastAt,
        missed ? null : unreportedSince,
        missed ? misses + 1 : misses,
        deferred,
        false);
  }

  /** Whether it went out and the device has said nothing about it since. */
  boolean unreported() {
    return unreportedSince != null || misses > 0;
  }

  /** Whether it went out so recently that an answer to a repeated message may carry it again. */
  boolean recent(Instant now) {
    return lastAt != null && now.isBefore(lastAt.plus(PATIENCE));
  }
}
