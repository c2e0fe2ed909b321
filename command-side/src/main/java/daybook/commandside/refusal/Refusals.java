// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.refusal;

import daybook.commandside.door.Caller;
import daybook.commandside.door.Origins;
import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.KeyChest;
import daybook.domain.Origin;
import daybook.domain.Refusal;
import daybook.domain.Secret;
import daybook.domain.Vault;
import daybook.domain.access.AccountId;
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
  private final RefusalLimits limits;
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

  private record Kind(String door, Refusal reason) {}

  private record Told(String detail, String certificate, byte[] start, AccountId account) {}

  public Refusals(
      Intents intents,
      Vault vault,
      KeyChest keys,
      Origins origins,
      Clock clock,
      MeterRegistry meters,
      RefusalSettings settings) {
    this.intents = intents;
    this.vault = vault;
    this.keys = keys;
    this.origins = origins;
    this.clock = clock;
    this.meters = meters;
    this.limits = new RefusalLimits(settings);
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
    byte[] start = body == null ? null : Arrays.copyOf(body, Math.min(body.length, BODY_START));
    note(new Kind(door, reason), new Told(detail, certificate, start, null), caller(request));
  }

  /**
   * The same, of an operator's sign-in or token.
   *
   * @param account the account that was claimed, if there is such a one; or null
   */
  public void refused(
      String door, Refusal reason, String detail, AccountId account, Caller caller) {
    note(new Kind(door, reason), new Told(detail, null, null, account), caller);
  }

  /** Where a request came from. */
  public Caller caller(HttpServletRequest request) {
    return origins.caller(request);
  }

  private void note(Kind kind, Told told, Caller caller) {
    meters
        .counter("daybook.refusals", "door", kind.door(), "reason", kind.reason().name())
        .increment();
    Instant now = clock.instant();
    String neighbourhood = Neighbourhood.of(caller.address());
    if (!room.tryAcquire()) {
      count(kind, Tally.one(now));
    } else if (limits.take(kind.reason().name(), neighbourhood, now)) {
      record(kind, now, () -> inFull(kind, told, caller, now));
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

  private void inFull(Kind kind, Told told, Caller caller, Instant now) {
    Secret sealed =
        told.start() == null || told.start().length == 0
            ? null
            : vault.secret(Origins.strangers(now), "RequestRefused", "bodyStart", told.start());
    RecordRefusal intent =
        new RecordRefusal(
            keys.node(),
            day(now),
            now,
            kind.reason().name(),
            shortened(told.detail()),
            kind.door(),
            told.certificate(),
            sealed,
            told.account());
    if (!send(intent, origins.of(caller, Actor.stranger(), Origins.strangers(now)))) {
      count(kind, Tally.one(now));
    }
  }

  private RecordRefusals counted(Kind kind, Tally tally) {
    Instant now = clock.instant();
    return new RecordRefusals(
        keys.node(),
        day(now),
        now,
        kind.reason().name(),
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
