// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log.axon;

import static daybook.domain.Refusal.SEALED_UNDER_DROPPED_KEY;

import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.ops.log.json.OriginJson;
import daybook.ops.log.store.StoreUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Sends intents over Axon's command bus, on the caller's thread. */
public final class AxonIntents implements Intents {
  private static final int REPEATS = 5;
  private static final int LONGEST_PAUSE_SHIFT = 5;

  /** Another node that works on one aggregate at full speed is overtaken well before. */
  private static final long PATIENCE_AMONG_NODES = Duration.ofSeconds(10).toNanos();

  private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(2).toNanos();

  private final CommandBus bus;
  private final AggregateCache cache;
  private final Freshness freshness;
  private final ClockGuard clock;
  private final MeterRegistry meters;
  private final Map<Measured, Timer> timers = new ConcurrentHashMap<>();

  private volatile Runnable droppedKey = () -> {};

  private record Measured(Class<?> intent, String outcome) {}

  AxonIntents(
      CommandBus bus,
      AggregateCache cache,
      Freshness freshness,
      ClockGuard clock,
      MeterRegistry meters) {
    this.bus = bus;
    this.cache = cache;
    this.freshness = freshness;
    this.clock = clock;
    this.meters = meters;
  }

  @Override
  public <R> Outcome<R> send(Intent<R> intent, Origin origin) {
    Timer.Sample sample = Timer.start(meters);
    Outcome<R> outcome = judge(intent, origin);
    String end = outcome.refusal().map(refused -> refused.reason().name()).orElse("ACCEPTED");
    sample.stop(timers.computeIfAbsent(new Measured(intent.getClass(), end), this::timer));
    return outcome;
  }

  private Timer timer(Measured what) {
    return meters.timer(
        "daybook.intents", "intent", what.intent().getSimpleName(), "outcome", what.outcome());
  }

  private <R> Outcome<R> judge(Intent<R> intent, Origin origin) {
    Optional<String> distrust = clock.distrust();
    if (distrust.isPresent()) {
      return Outcome.refused(Refusal.CLOCK_UNTRUSTED, distrust.get());
    }
    CommandMessage<Intent<R>> message =
        new GenericCommandMessage<>(intent, MetaData.from(OriginJson.toMap(origin)));
    long patience = freshness.isNeeded() ? PATIENCE_AMONG_NODES : 0;
    long begun = System.nanoTime();
    for (int repeat = 0; repeat <= REPEATS || System.nanoTime() - begun < patience; repeat++) {
      CommandResultMessage<Outcome<R>> result = dispatch(message);
      Throwable failure = result.isExceptional() ? result.exceptionResult() : stale();
      if (failure == null) {
        return looked(result.getPayload());
      }
      if (failure instanceof LockAcquisitionFailedException) {
        return Outcome.refused(Refusal.BUSY, "others hold " + intent.target());
      }
      if (failure instanceof StoreUnavailable) {
        return Outcome.refused(Refusal.STORE_UNAVAILABLE, failure.getMessage());
      }
      if (!isConflict(failure)) {
        throw defect(failure);
      }
      cache.remove(intent.target().value());
      pause(repeat);
    }
    return Outcome.refused(Refusal.BUSY, "others keep changing " + intent.target());
  }

  /** What is wrong with an answer that other nodes have made untrue; null when nothing is. */
  private RuntimeException stale() {
    try {
      return freshness.isStale() ? new ConcurrencyException("another node was first") : null;
    } catch (StoreUnavailable e) {
      return e;
    }
  }

  private <R> Outcome<R> looked(Outcome<R> outcome) {
    if (outcome.refusal().filter(no -> no.reason() == SEALED_UNDER_DROPPED_KEY).isPresent()) {
      droppedKey.run();
    }
    return outcome;
  }

  /** Says what to do before somebody is told that it sealed with a key that was dropped. */
  public void onDroppedKey(Runnable work) {
    droppedKey = work;
  }

  private <R> CommandResultMessage<Outcome<R>> dispatch(CommandMessage<Intent<R>> message) {
    freshness.begin();
    Reply<R> reply = new Reply<>();
    bus.<Intent<R>, Outcome<R>>dispatch(message, reply::set);
    return reply.result;
  }

  private static boolean isConflict(Throwable failure) {
    return failure instanceof ConcurrencyException
        || failure instanceof AggregateStreamCreationException;
  }

  private static RuntimeException defect(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException defect
        ? defect
        : new IllegalStateException("an aggregate threw", failure);
  }

  private static void pause(int repeat) {
    long longest = LONGEST_PAUSE_NANOS << Math.min(repeat, LONGEST_PAUSE_SHIFT);
    LockSupport.parkNanos(
        ThreadLocalRandom.current().nextLong(TimeUnit.MICROSECONDS.toNanos(100), longest));
  }

  /** The bus answers on the caller's thread, before dispatch returns. */
  private static final class Reply<R> {
    private CommandResultMessage<Outcome<R>> result;

    @SuppressWarnings("unchecked")
    void set(
        CommandMessage<? extends Intent<R>> message,
        CommandResultMessage<? extends Outcome<R>> answer) {
      result = (CommandResultMessage<Outcome<R>>) answer;
    }
  }
}
