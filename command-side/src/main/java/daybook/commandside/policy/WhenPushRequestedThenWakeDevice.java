// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import daybook.commandside.apple.apns.ApnsSettings;
import daybook.commandside.policy.PushAttempt.Result;
import daybook.domain.ToDo;
import daybook.domain.push.PushWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Wakes each channel whose push is open and due. What APNs accepts or rejects is told to the
 * enrollment and is final; when APNs can't be reached nothing is told, and the push is tried again
 * after a growing pause.
 */
@Component
final class WhenPushRequestedThenWakeDevice implements Policy {
  static final String NAME = "WhenPushRequestedThenWakeDevice";

  private static final Logger LOG = LoggerFactory.getLogger(WhenPushRequestedThenWakeDevice.class);
  private static final int BATCH = 1000;

  private final ToDo<PushWork> toDo;
  private final PushAttempt attempt;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Slots slots;
  private final Pace<PushWork> pace = new Pace<>(() -> ThreadLocalRandom.current().nextDouble());

  WhenPushRequestedThenWakeDevice(
      ToDo<PushWork> toDo,
      PushAttempt attempt,
      Clock clock,
      ApnsSettings settings,
      ObjectProvider<MeterRegistry> meters) {
    this.toDo = toDo;
    this.attempt = attempt;
    this.clock = clock;
    this.meters = meters.getIfAvailable(SimpleMeterRegistry::new);
    this.slots = new Slots("push", settings.apnsConcurrency());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean caughtUp() {
    return toDo.caughtUp();
  }

  @Override
  public void act() throws InterruptedException {
    Instant now = clock.instant();
    pace.forget(now);
    for (PushWork work : toDo.due(now, BATCH + pace.held())) {
      if (pace.begin(work, now)) {
        start(work);
      }
    }
  }

  @Override
  public void close() {
    slots.close();
  }

  /** Whether no push is under way. */
  boolean idle() {
    return slots.idle();
  }

  private void start(PushWork work) throws InterruptedException {
    boolean started = false;
    try {
      slots.run(() -> push(work));
      started = true;
    } finally {
      if (!started) {
        pace.done(work);
      }
    }
  }

  private void push(PushWork work) {
    Result result = Result.LATER;
    try {
      result = attempt.make(work);
    } catch (RuntimeException e) {
      LOG.error("A push to {} failed; it is tried again", work.enrollment().value(), e);
    }
    if (result == Result.LATER) {
      pace.failed(work, clock.instant());
    } else {
      pace.done(work);
    }
    meters.counter("daybook.pushes", "outcome", result.name().toLowerCase(Locale.ROOT)).increment();
  }
}
