// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import daybook.commandside.command.MdmCommands;
import daybook.domain.Catchup;
import daybook.domain.Intents;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.command.CommandId;
import daybook.domain.command.CommandIntent.QueueCommand;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Seals an operator's command, queues it, and waits until the views that show it know of it. */
@Component
class CommandQueueing {
  private static final String FEATURE = "command";
  private static final Duration CATCH_UP = Duration.ofSeconds(2);

  private final Intents intents;
  private final Vault vault;
  private final MdmCommands commands;
  private final Log log;
  private final Catchup catchup;

  CommandQueueing(Intents intents, Vault vault, MdmCommands commands, Log log, Catchup catchup) {
    this.intents = intents;
    this.vault = vault;
    this.commands = commands;
    this.log = log;
    this.catchup = catchup;
  }

  /** Refused with {@code COMMAND_TOO_LARGE}, or as the enrollment decides. */
  Outcome<Void> queue(
      EnrollmentId enrollment, CommandId id, CommandOrder order, Instant now, Origin origin) {
    byte[] plist = commands.plist(id, order.dict());
    if (plist.length > CustomCommand.LONGEST) {
      return Outcome.refused(Refusal.COMMAND_TOO_LARGE, plist.length + " bytes");
    }
    Outcome<Void> outcome = intents.send(intent(enrollment, id, order, plist, now), origin);
    if (hasOldKey(outcome)) {
      outcome = intents.send(intent(enrollment, id, order, plist, now), origin);
    }
    if (outcome.isAccepted()) {
      catchup.await(FEATURE, log.head(), CATCH_UP);
    }
    return outcome;
  }

  private static boolean hasOldKey(Outcome<Void> outcome) {
    return outcome
        .refusal()
        .filter(it -> it.reason() == Refusal.SEALED_UNDER_DROPPED_KEY)
        .isPresent();
  }

  private QueueCommand intent(
      EnrollmentId enrollment, CommandId id, CommandOrder order, byte[] plist, Instant now) {
    Secret payload =
        vault.secret(Subject.of(enrollment.stream()), "CommandQueued", "payload", plist);
    return new QueueCommand(
        enrollment,
        now,
        Channel.DEVICE,
        id,
        order.name(),
        order.requestType(),
        commands.delivery(order.requestType()),
        "operator",
        order.notBefore(),
        order.expiresAt(),
        order.priority(),
        Map.of(),
        false,
        payload);
  }
}
