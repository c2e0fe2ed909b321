// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import daybook.commandside.command.MdmCommands;
import daybook.commandside.command.catalog.InstallProfile;
import daybook.commandside.device.enroll.Renewals;
import daybook.commandside.plist.PlistValue.Data;
import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.certificate.PinnedCertificate;
import daybook.domain.command.CommandId;
import daybook.domain.command.CommandIntent.QueueCommand;
import daybook.domain.command.RenewalCommand;
import daybook.domain.enrollment.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One try to renew a device's identity: opens a session with a one-use challenge, and queues the
 * installation of its profile. The command's id follows from the certificate and the number of the
 * try, so that a try made twice is queued once.
 */
@Component
class RenewalAttempt {
  /** What came of it. */
  enum Result {
    BEGUN,
    REFUSED
  }

  /** How long it waits for its device. */
  static final Duration LASTS = Duration.ofDays(30);

  /** A device that took the command at the last moment has time to ask for its certificate. */
  private static final Duration CHALLENGE = LASTS.plusDays(1);

  private static final int LONGEST_PAUSE_DAYS = 7;

  /** Before all that is usual: without a certificate nothing else gets through. */
  private static final int PRIORITY = 100;

  private static final Logger LOG = LoggerFactory.getLogger(RenewalAttempt.class);

  private final Renewals renewals;
  private final Intents intents;
  private final Vault vault;
  private final MdmCommands commands;
  private final Clock clock;

  RenewalAttempt(
      Renewals renewals, Intents intents, Vault vault, MdmCommands commands, Clock clock) {
    this.renewals = renewals;
    this.intents = intents;
    this.vault = vault;
    this.commands = commands;
    this.clock = clock;
  }

  /**
   * Makes the next try.
   *
   * @param policy whose try it is
   * @param cause why, as the audit trail tells it
   */
  Result make(PinnedCertificate pinned, String policy, String cause) {
    Origin origin = Origin.of(Actor.policy(policy), UUID.randomUUID().toString()).causedBy(cause);
    Outcome<Renewals.Renewal> opened =
        renewals.open(pinned.enrollment(), pinned.sha256(), true, CHALLENGE, origin);
    Outcome<Void> outcome =
        opened.isAccepted()
            ? intents.send(command(pinned, policy, opened.reply().profile()), origin)
            : opened.map(none -> null);
    boolean begun =
        outcome.isAccepted() || outcome.refusal().get().reason() == Refusal.COMMAND_ID_TAKEN;
    if (!begun) {
      LOG.warn("The identity of {} can't be renewed: {}", pinned.enrollment().value(), outcome);
    }
    return begun ? Result.BEGUN : Result.REFUSED;
  }

  private QueueCommand command(PinnedCertificate pinned, String policy, byte[] profile) {
    int attempt = pinned.attempt() + 1;
    CommandId id = id(pinned, attempt);
    Instant now = clock.instant();
    Secret payload =
        vault.secret(
            Subject.of(pinned.enrollment().stream()),
            "CommandQueued",
            "payload",
            commands.plist(id, new InstallProfile(new Data(profile))));
    return new QueueCommand(
        pinned.enrollment(),
        now,
        Channel.DEVICE,
        id,
        RenewalCommand.NAME,
        RenewalCommand.REQUEST_TYPE,
        commands.delivery(RenewalCommand.REQUEST_TYPE),
        policy,
        null,
        now.plus(LASTS),
        PRIORITY,
        Map.of(
            RenewalCommand.ATTEMPT,
            Integer.toString(attempt),
            RenewalCommand.RETRY_AFTER,
            retryAfter(attempt).toString(),
            RenewalCommand.REPLACES,
            pinned.sha256()),
        false,
        payload);
  }

  private static CommandId id(PinnedCertificate pinned, int attempt) {
    String name = pinned.enrollment().value() + "/" + pinned.sha256() + "/" + attempt;
    return CommandId.of(
        UUID.nameUUIDFromBytes(("renewal/" + name).getBytes(StandardCharsets.UTF_8)).toString());
  }

  /** A day after the first try, then two, four, and seven for ever. */
  static Duration retryAfter(int attempt) {
    return Duration.ofDays(Math.min(LONGEST_PAUSE_DAYS, 1L << Math.min(attempt - 1, 3)));
  }
}
