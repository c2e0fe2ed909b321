// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.aggregate;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock that stamps events: it shows the time that the recording aggregate has set for its
 * thread, and nothing else. Bound to Axon's {@code GenericEventMessage.clock} at start.
 */
public final class EventTime extends Clock {
  public static final EventTime CLOCK = new EventTime();

  private static final ThreadLocal<Instant> TIME = new ThreadLocal<>();

  private EventTime() {}

  static void at(Instant time, Runnable record) {
    TIME.set(time);
    try {
      record.run();
    } finally {
      TIME.remove();
    }
  }

  @Override
  public Instant instant() {
    Instant time = TIME.get();
    if (time == null) {
      throw new IllegalStateException("an event was made outside an aggregate");
    }
    return time;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
