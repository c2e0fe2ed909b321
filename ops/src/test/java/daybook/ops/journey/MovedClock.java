// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of this machine, and as much later as was asked for. */
final class MovedClock extends Clock {
  private final Clock system = Clock.tickMillis(ZoneOffset.UTC);
  private volatile Duration later = Duration.ZERO;

  synchronized void advance(Duration time) {
    later = later.plus(time);
  }

  @Override
  public Instant instant() {
    return system.instant().plus(later);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("all is UTC");
  }
}
