// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.Log;
import daybook.domain.LogEntry;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent.ConfirmSilence;
import daybook.domain.enrollment.SilentDevices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has each device's enrollment say what follows from its silence. When the server itself was away
 * before its start, devices have a day to come back first.
 */
@Component
final class WhenDeviceIsSilentThenTellIt implements Policy {
  static final String NAME = "WhenDeviceIsSilentThenTellIt";

  private static final Logger LOG = LoggerFactory.getLogger(WhenDeviceIsSilentThenTellIt.class);
  private static final int BATCH = 500;

  /** The view is asked no more often. */
  private static final Duration ROUND = Duration.ofSeconds(10);

  /** How long an answer holds: the view shows it, or nothing followed. */
  private static final Duration QUIET = Duration.ofMinutes(10);

  /** Without an event for this long the server was away. */
  private static final Duration AWAY = Duration.ofHours(1);

  private static final Duration GRACE = Duration.ofDays(1);

  private final SilentDevices devices;
  private final Intents intents;
  private final Duration silence;
  private final Clock clock;
  private final Map<EnrollmentId, Instant> quiet = new HashMap<>();
  private Instant next;

  WhenDeviceIsSilentThenTellIt(
      SilentDevices devices, Intents intents, PolicySettings settings, Log log, Clock clock) {
    this.devices = devices;
    this.intents = intents;
    this.silence = settings.silence();
    this.clock = clock;
    Instant now = clock.instant();
    boolean away =
        log.at(log.head())
            .map(LogEntry::time)
            .filter(last -> last.plus(AWAY).isBefore(now))
            .isPresent();
    this.next = away ? now.plus(GRACE) : now;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean caughtUp() {
    return devices.caughtUp();
  }

  @Override
  public void act() throws InterruptedException {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(ROUND);
    quiet.values().removeIf(until -> !until.isAfter(now));
    for (EnrollmentId device : devices.since(now.minus(silence), BATCH + quiet.size())) {
      if (!quiet.containsKey(device)) {
        confirm(device, now);
        quiet.put(device, now.plus(QUIET));
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private void confirm(EnrollmentId device, Instant now) {
    Origin origin = Origin.of(Actor.policy(NAME), UUID.randomUUID().toString());
    Outcome<Void> told = intents.send(new ConfirmSilence(device, now, silence), origin);
    if (!told.isAccepted()) {
      LOG.warn("The silence of {} can't be told: {}", device.value(), told);
    }
  }
}
