// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import daybook.commandside.apple.apns.Apns;
import daybook.commandside.apple.apns.PushOutcome;
import daybook.commandside.apple.apns.WakeUp;
import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.Leases;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Secret;
import daybook.domain.Vault;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateIntent.ListPushCertificates;
import daybook.domain.push.PushIntent;
import daybook.domain.push.PushIntent.AskPushTarget;
import daybook.domain.push.PushIntent.PushTarget;
import daybook.domain.push.PushIntent.RecordPushAccepted;
import daybook.domain.push.PushIntent.RecordPushImpossible;
import daybook.domain.push.PushIntent.RecordPushRejected;
import daybook.domain.push.PushWork;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One push: asks the enrollment whether it is still wanted and where to, sends it, and tells the
 * enrollment what has become of it. The token and the magic are opened for the push and forgotten.
 */
@Component
class PushAttempt {
  /** What came of an attempt; the lower-case name is a metric's tag. */
  enum Result {
    ACCEPTED,
    REJECTED,
    IMPOSSIBLE,
    /** Nothing was open any more. */
    CLOSED,
    /** To be tried again; nothing is recorded. */
    LATER
  }

  private static final Logger LOG = LoggerFactory.getLogger(PushAttempt.class);
  private static final String SEALED_AS = "PushTokenChanged";
  private static final String UNREGISTERED = "Unregistered";

  private final Intents intents;
  private final Vault vault;
  private final Apns apns;
  private final Leases leases;
  private final Clock clock;
  private final AtomicBoolean outage = new AtomicBoolean();

  PushAttempt(Intents intents, Vault vault, Apns apns, Leases leases, Clock clock) {
    this.intents = intents;
    this.vault = vault;
    this.apns = apns;
    this.leases = leases;
    this.clock = clock;
  }

  Result make(PushWork work) {
    Origin origin =
        Origin.of(Actor.policy(WhenPushRequestedThenWakeDevice.NAME), UUID.randomUUID().toString())
            .causedBy(work.reason());
    Outcome<Optional<PushTarget>> asked =
        intents.send(new AskPushTarget(work.enrollment(), clock.instant(), work.channel()), origin);
    if (!asked.isAccepted()) {
      LOG.debug("No push target of {}: {}", work.enrollment().value(), asked);
      return Result.LATER;
    }
    return asked.reply().map(target -> push(work, target, origin)).orElse(Result.CLOSED);
  }

  private Result push(PushWork work, PushTarget target, Origin origin) {
    Instant now = clock.instant();
    Outcome<Optional<PushCertificate>> found = certificate(target.topic(), now, origin);
    if (!found.isAccepted()) {
      return Result.LATER;
    }
    Optional<WakeUp> wakeUp = open(target);
    if (found.reply().isEmpty() || wakeUp.isEmpty()) {
      return impossible(work, target, origin);
    }
    if (!leases.on(WhenPushRequestedThenWakeDevice.NAME).held()) {
      return Result.LATER; // another node pushes now
    }
    PushOutcome outcome = apns.push(found.reply().get(), wakeUp.get(), now);
    if (outcome instanceof PushOutcome.Unreachable unreachable) {
      if (!outage.getAndSet(true)) {
        LOG.warn("APNs can't be reached, pushes are tried again: {}", unreachable.cause());
      }
      return Result.LATER;
    }
    if (outage.getAndSet(false)) {
      LOG.info("APNs answers again");
    }
    if (outcome instanceof PushOutcome.Unusable
        && !certificate(target.topic(), now, origin).equals(found)) {
      return Result.LATER; // it was renewed meanwhile, and its key dropped
    }
    return told(work, target, outcome, origin);
  }

  private Result told(PushWork work, PushTarget target, PushOutcome outcome, Origin origin) {
    if (outcome instanceof PushOutcome.Accepted accepted) {
      return tell(
          new RecordPushAccepted(
              work.enrollment(),
              clock.instant(),
              work.channel(),
              target.request(),
              accepted.apnsId()),
          origin,
          Result.ACCEPTED);
    } else if (outcome instanceof PushOutcome.Rejected rejected) {
      return rejected(work, target, rejected, origin);
    }
    LOG.warn("The push certificate of {} can't be used: {}", target.topic(), outcome);
    return impossible(work, target, origin);
  }

  private Result rejected(
      PushWork work, PushTarget target, PushOutcome.Rejected rejected, Origin origin) {
    Instant since = rejected.tokenInvalidatedAt();
    if (rejected.reason().equals(UNREGISTERED)
        && since != null
        && !since.isAfter(target.tokenSince())) {
      return Result.LATER; // the device has told its token since; APNs hasn't heard of it yet
    }
    return tell(
        new RecordPushRejected(
            work.enrollment(),
            clock.instant(),
            work.channel(),
            target.request(),
            rejected.reason(),
            since),
        origin,
        Result.REJECTED);
  }

  private Result impossible(PushWork work, PushTarget target, Origin origin) {
    return tell(
        new RecordPushImpossible(
            work.enrollment(), clock.instant(), work.channel(), target.request(), target.topic()),
        origin,
        Result.IMPOSSIBLE);
  }

  private Result tell(PushIntent<Void> intent, Origin origin, Result result) {
    Outcome<Void> told = intents.send(intent, origin);
    if (!told.isAccepted()) {
      LOG.warn("{} could not be told: {}", intent.getClass().getSimpleName(), told);
      return Result.LATER;
    }
    return result;
  }

  /** The certificate of the topic, if it is valid now. */
  private Outcome<Optional<PushCertificate>> certificate(String topic, Instant now, Origin origin) {
    return intents
        .send(new ListPushCertificates(now), origin)
        .map(
            all ->
                all.stream()
                    .filter(each -> each.topic().equals(topic))
                    .filter(each -> !now.isBefore(each.notBefore()))
                    .filter(each -> now.isBefore(each.notAfter()))
                    .findFirst());
  }

  /** The target opened; empty when its keys were dropped. */
  private Optional<WakeUp> open(PushTarget target) {
    Optional<byte[]> token = open(target.token(), "token");
    Optional<byte[]> magic = open(target.magic(), "magic");
    return token.isEmpty() || magic.isEmpty()
        ? Optional.empty()
        : Optional.of(
            WakeUp.of(
                target.topic(), token.get(), new String(magic.get(), StandardCharsets.UTF_8)));
  }

  private Optional<byte[]> open(Secret secret, String path) {
    return vault.open(secret.sealed(), SEALED_AS, path);
  }
}
