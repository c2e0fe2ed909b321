// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Watches the server's clock, for time in the log never goes back. It is not trusted when it is
 * more than five minutes behind the newest event, or when it jumps by more than an hour while the
 * server runs; then nothing is decided until an operator confirms it. A server that was off for a
 * week just starts.
 */
public final class ClockGuard {
  static final Duration BEHIND = Duration.ofMinutes(5);
  static final Duration JUMP = Duration.ofHours(1);

  private final Clock clock;
  private final LongSupplier monotonicNanos;
  private final Supplier<Instant> headTime;
  private Instant lastSeen;
  private long lastNanos;
  private String jumped;
  private boolean behindConfirmed;

  /**
   * @param monotonicNanos a clock that nobody sets, {@code System::nanoTime}
   * @param headTime the time of the newest event
   */
  public ClockGuard(Clock clock, LongSupplier monotonicNanos, Supplier<Instant> headTime) {
    this.clock = clock;
    this.monotonicNanos = monotonicNanos;
    this.headTime = headTime;
    this.lastSeen = clock.instant();
    this.lastNanos = monotonicNanos.getAsLong();
  }

  /** Why the clock is not trusted, in a sentence for people; empty while it is. */
  public synchronized Optional<String> distrust() {
    Instant now = clock.instant();
    long nanos = monotonicNanos.getAsLong();
    Duration jump = Duration.between(lastSeen, now).minusNanos(nanos - lastNanos).abs();
    if (jump.compareTo(JUMP) > 0) {
      jumped = "the server's clock has jumped to " + now + "; confirm that it is right";
    }
    lastSeen = now;
    lastNanos = nanos;
    return Optional.ofNullable(jumped).or(() -> behind(now));
  }

  private Optional<String> behind(Instant now) {
    Instant head = headTime.get();
    if (!now.isBefore(head)) {
      behindConfirmed = false;
    }
    if (behindConfirmed || !now.isBefore(head.minus(BEHIND))) {
      return Optional.empty();
    }
    return Optional.of(
        "the server's clock ("
            + now
            + ") is behind the newest event ("
            + head
            + "); correct it,"
            + " or confirm that it is right");
  }

  /** An operator says that the clock is right as it is. */
  public synchronized void confirm() {
    jumped = null;
    behindConfirmed = true;
    lastSeen = clock.instant();
    lastNanos = monotonicNanos.getAsLong();
  }
}
