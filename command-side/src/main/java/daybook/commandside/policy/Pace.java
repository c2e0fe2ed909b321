// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * Which rows may be tried now: each once at a time, and after a failure not before a pause that
 * doubles from 1 s up to 15 min. Kept in memory alone: after a restart each is tried at once.
 *
 * @param <W> a row, told apart by its values
 */
final class Pace<W> {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** How long a row that isn't asked for any more is remembered. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final DoubleSupplier random;
  private final Set<W> underWay = new HashSet<>();
  private final Map<W, Pause> pauses = new HashMap<>();

  private record Pause(int failures, Instant until) {}

  /**
   * @param random gives numbers from 0 to 1; spreads the pauses
   */
  Pace(DoubleSupplier random) {
    this.random = random;
  }

  /** Whether a row may be tried now; if so it counts as under way. */
  synchronized boolean begin(W row, Instant now) {
    Pause pause = pauses.get(row);
    return (pause == null || !pause.until().isAfter(now)) && underWay.add(row);
  }

  /** Ends a try that needs no other. */
  synchronized void done(W row) {
    underWay.remove(row);
    pauses.remove(row);
  }

  /** Ends a try that failed; between half and all of the pause must pass before the next. */
  synchronized void failed(W row, Instant now) {
    underWay.remove(row);
    Pause before = pauses.get(row);
    int failures = before == null ? 1 : before.failures() + 1;
    long full = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures - 1, 20));
    long pause = (long) (full * (0.5 + random.getAsDouble() / 2));
    pauses.put(row, new Pause(failures, now.plusMillis(pause)));
  }

  /** How many rows may come up without being tried. */
  synchronized int held() {
    return underWay.size() + pauses.size();
  }

  /** Forgets failures of rows that haven't come up for long. */
  synchronized void forget(Instant now) {
    pauses.values().removeIf(pause -> pause.until().plus(REMEMBERED).isBefore(now));
  }
}
