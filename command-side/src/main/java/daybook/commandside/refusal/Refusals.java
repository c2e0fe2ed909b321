// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.refusal;

import daybook.commandside.door.Origins;
import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.KeyChest;
import daybook.domain.Origin;
import daybook.domain.Refusal;
import daybook.domain.Secret;
import daybook.domain.Vault;
import daybook.domain.refusal.RefusalIntent;
import daybook.domain.refusal.RefusalIntent.RecordRefusal;
import daybook.domain.refusal.RefusalIntent.RecordRefusals;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Records what the doors refused before anyone's identity was proven: some in full, the rest as one
 * count a minute for each reason and door. Works on one thread behind the answer: these are the
 * only events that aren't durable when the answer goes out.
 */
@Component
public class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final int WAITING = 256;
  private static final int BODY_START = 8 * 1024;
  private static final int LONGEST_DETAIL = 300;

  private final Intents intents;
  private final Vault vault;
  private final KeyChest keys;
  private final Origins origins;
  private final Clock clock;
  private final MeterRegistry meters;
  private final RefusalLimits limits = new RefusalLimits();
  private final Map<Kind, Tally> tallies = new ConcurrentHashMap<>();
  private final Semaphore room = new Semaphore(WAITING);
  private final ScheduledThreadPoolExecutor recorder =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "refusals");
            thread.setDaemon(true);
            return thread;
          });

  private record Kind(String door, String reason) {}

  public Refusals(
      Intents intents,
      Vault vault,
      KeyChest keys,
      Origins origins,
      Clock clock,
      MeterRegistry meters) {
    this.intents = intents;
    this.vault = vault;
    this.keys = keys;
    this.origins = origins;
    this.clock = clock;
    this.meters = meters;
    recorder.scheduleWithFixedDelay(this::flushEachMinute, 1, 1, TimeUnit.MINUTES);
  }

  /**
   * Takes note of a refusal; returns at once.
   *
   * @param door the package of the door: {@code checkin}, {@code connect}, {@code scep}, …
   * @param detail for people, without secrets
   * @param certificate the SHA-256 of the certificate that came with it, or null
   * @param body what came, or its beginning; null when there was none
   */
  public void refused(
      String door,
      Refusal reason,
      String detail,
      String certificate,
      byte[] body,
      HttpServletRequest request) {
    meters.counter("daybook.refusals", "door", door, "reason", reason.name()).increment();
    Instant now = clock.instant();
    Kind kind = new Kind(door, reason.name());
    String neighbourhood = Neighbourhood.of(origins.remoteAddress(request));
    if (!room.tryAcquire()) {
      count(kind, Tally.one(now));
    } else if (limits.take(reason.name(), neighbourhood, now)) {
      Origin origin = origins.of(request, Actor.stranger(), Origins.strangers(now));
      byte[] start = body == null ? null : Arrays.copyOf(body, Math.min(body.length, BODY_START));
      record(kind, now, () -> inFull(kind, shortened(detail), certificate, start, origin, now));
    } else {
      room.release();
      count(kind, Tally.one(now));
    }
  }

  private void flushEachMinute() {
    try {
      flush();
    } catch (RuntimeException e) {
      LOG.warn("the counts of refusals were not written down", e);
    }
  }

  /** Writes down what was only counted so far. */
  public void flush() {
    Iterator<Kind> kinds = tallies.keySet().iterator();
    while (kinds.hasNext()) {
      Kind kind = kinds.next();
      Tally tally = tallies.remove(kind);
      if (tally != null && !send(counted(kind, tally), nameless())) {
        count(kind, tally);
      }
    }
  }

  /** Writes down what waits, and stops. */
  @PreDestroy
  void stop() throws InterruptedException {
    recorder.shutdown();
    if (!recorder.awaitTermination(5, TimeUnit.SECONDS)) {
      LOG.warn("some refusals were not written down before the stop");
    }
    flush();
  }

  private void record(Kind kind, Instant now, Runnable task) {
    try {
      recorder.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException e) {
              LOG.warn("a refusal was not written down", e);
              count(kind, Tally.one(now));
            } finally {
              room.release();
            }
          });
    } catch (RejectedExecutionException stopping) {
      room.release();
      count(kind, Tally.one(now));
    }
  }

  private void inFull(
      Kind kind, String detail, String certificate, byte[] start, Origin origin, Instant now) {
    Secret sealed =
        start == null || start.length == 0
            ? null
            : vault.secret(Origins.strangers(now), "RequestRefused", "bodyStart", start);
    RecordRefusal intent =
        new RecordRefusal(
            keys.node(), day(now), now, kind.reason(), detail, kind.door(), certificate, sealed);
    if (!send(intent, origin)) {
      count(kind, Tally.one(now));
    }
  }

  private RecordRefusals counted(Kind kind, Tally tally) {
    Instant now = clock.instant();
    return new RecordRefusals(
        keys.node(),
        day(now),
        now,
        kind.reason(),
        kind.door(),
        tally.count(),
        tally.first(),
        tally.last());
  }

  private boolean send(RefusalIntent<Void> intent, Origin origin) {
    return intents
        .send(intent, origin)
        .refusal()
        .map(
            refused -> {
              LOG.warn("a refusal was not written down: {}", refused.reason());
              return false;
            })
        .orElse(true);
  }

  private void count(Kind kind, Tally tally) {
    tallies.merge(kind, tally, Tally::plus);
  }

  private static Origin nameless() {
    return Origin.of(Actor.server(), UUID.randomUUID().toString());
  }

  private static String day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
  }

  private static String shortened(String detail) {
    return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
  }
}
