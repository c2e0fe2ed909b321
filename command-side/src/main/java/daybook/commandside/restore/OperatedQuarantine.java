// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.restore;

import daybook.domain.Catchup;
import daybook.domain.Intents;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.Unavailable;
import daybook.domain.enrollment.Channel;
import daybook.domain.push.PushIntent.RequestPush;
import daybook.domain.restore.HeldCommands;
import daybook.domain.restore.HeldCommands.HeldCommand;
import daybook.domain.restore.QuarantineDesk;
import daybook.domain.restore.Restore;
import daybook.domain.restore.RestoreIntent.DescribeRestore;
import daybook.domain.restore.RestoreIntent.LiftQuarantine;
import daybook.domain.restore.RestoreIntent.RecordRestore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The quarantine as operators see and end it. */
@Component
public class OperatedQuarantine implements QuarantineDesk {
  private static final String FEATURE = "quarantine";
  private static final String REASON = "command";
  private static final Duration CATCH_UP = Duration.ofSeconds(2);

  private final Intents intents;
  private final HeldCommands commands;
  private final Quarantine quarantine;
  private final Catchup catchup;
  private final Log log;
  private final Clock clock;

  public OperatedQuarantine(
      Intents intents,
      HeldCommands commands,
      Quarantine quarantine,
      Catchup catchup,
      Log log,
      Clock clock) {
    this.intents = intents;
    this.commands = commands;
    this.quarantine = quarantine;
    this.catchup = catchup;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Optional<Restore> restore(Origin asking) {
    Outcome<Optional<Restore>> asked = intents.send(new DescribeRestore(clock.instant()), asking);
    asked
        .refusal()
        .ifPresent(
            refused -> {
              throw new Unavailable(refused.toString());
            });
    return asked.reply();
  }

  @Override
  public List<HeldCommand> held(Origin asking) {
    Optional<Restore> standing = restore(asking).filter(Restore::isQuarantined);
    if (standing.isEmpty()) {
      return List.of();
    }
    catchup.await(FEATURE, log.head(), CATCH_UP);
    return commands.before(standing.get().heldBefore());
  }

  @Override
  public Outcome<Integer> lift(Integer confirmCount, Origin origin) {
    if (restore(origin).filter(Restore::isQuarantined).isEmpty()) {
      return Outcome.refused(Refusal.NOT_QUARANTINED, "nothing is held");
    }
    List<HeldCommand> held = held(origin);
    if (confirmCount == null || confirmCount != held.size()) {
      throw InvalidInput.of(
          "confirm_count", "%d commands are held. Confirm that number.".formatted(held.size()));
    }
    Outcome<Void> lifted = intents.send(new LiftQuarantine(clock.instant()), origin);
    if (lifted.isAccepted()) {
      wakeBeside(held, origin);
    }
    return lifted.map(none -> held.size());
  }

  /** Who isn't woken for whatever reason gets the commands when it comes next. */
  private void wakeBeside(List<HeldCommand> held, Origin origin) {
    Thread thread =
        new Thread(
            () ->
                held.stream()
                    .map(
                        it ->
                            new RequestPush(
                                it.enrollment(),
                                clock.instant(),
                                new Channel(it.channel()),
                                REASON,
                                clock.instant()))
                    .forEach(push -> intents.send(push, origin)),
            "quarantine-lifted");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public Outcome<Void> begin(Origin origin) {
    Outcome<Void> told =
        intents.send(new RecordRestore(clock.instant(), log.head(), null, clock.instant()), origin);
    quarantine.begins();
    return told;
  }
}
