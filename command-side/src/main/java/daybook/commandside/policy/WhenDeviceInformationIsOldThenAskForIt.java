// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import daybook.commandside.command.MdmCommands;
import daybook.commandside.command.catalog.DeviceInformation;
import daybook.commandside.command.type.MdmCommand;
import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.ToDo;
import daybook.domain.Vault;
import daybook.domain.command.CommandId;
import daybook.domain.command.CommandIntent.QueueCommand;
import daybook.domain.command.InventoryWork;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentId;
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
 * Asks each device what it is, at once after it has enrolled, and again when its last answer is
 * older than the interval plus up to a tenth of it, by device, so that a fleet that enrolled in one
 * hour isn't asked in one hour for ever.
 */
@Component
final class WhenDeviceInformationIsOldThenAskForIt implements Policy {
  static final String NAME = "WhenDeviceInformationIsOldThenAskForIt";

  private static final Logger LOG =
      LoggerFactory.getLogger(WhenDeviceInformationIsOldThenAskForIt.class);
  private static final String REQUEST_TYPE = "DeviceInformation";
  private static final int BATCH = 5000;
  private static final int JITTER_SHARE = 10;

  /** How long the view may take to show that a device was asked. */
  private static final Duration ASKED = Duration.ofHours(1);

  private static final Duration REFUSED = Duration.ofMinutes(1);

  private final ToDo<InventoryWork> toDo;
  private final Intents intents;
  private final Vault vault;
  private final MdmCommands commands;
  private final Clock clock;
  private final Duration interval;
  private final Map<EnrollmentId, Quiet> quiet = new HashMap<>();

  /** A device that isn't asked again before a time, unless it enrolls anew. */
  private record Quiet(Instant since, Instant until) {}

  WhenDeviceInformationIsOldThenAskForIt(
      ToDo<InventoryWork> toDo,
      Intents intents,
      Vault vault,
      MdmCommands commands,
      Clock clock,
      PolicySettings settings) {
    this.toDo = toDo;
    this.intents = intents;
    this.vault = vault;
    this.commands = commands;
    this.clock = clock;
    this.interval = settings.inventoryInterval();
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
    quiet.values().removeIf(each -> !each.until().isAfter(now));
    for (InventoryWork work : toDo.due(now.minus(interval), BATCH)) {
      if (isDue(work, now) && !isQuiet(work)) {
        Duration pause = ask(work, now) ? shorter(ASKED, interval) : REFUSED;
        quiet.put(work.enrollment(), new Quiet(work.since(), now.plus(pause)));
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private boolean isDue(InventoryWork work, Instant now) {
    return !work.told()
        || !work.since().plus(interval).plus(jitter(work.enrollment())).isAfter(now);
  }

  private boolean isQuiet(InventoryWork work) {
    Quiet known = quiet.get(work.enrollment());
    return known != null && known.since().equals(work.since());
  }

  /** The same for a device each time: none to a tenth of the interval. */
  private Duration jitter(EnrollmentId enrollment) {
    long spread = interval.toMillis() / JITTER_SHARE;
    long scattered = enrollment.value().hashCode() * 0x9E3779B97F4A7C15L;
    return Duration.ofMillis(Math.floorMod(scattered >>> 16, Math.max(spread, 1)));
  }

  private boolean ask(InventoryWork work, Instant now) {
    CommandId command = CommandId.of(UUID.randomUUID().toString());
    MdmCommand question = new DeviceInformation(InventoryQueries.of(work.platform()), null);
    Secret payload =
        vault.secret(
            Subject.of(work.enrollment().stream()),
            "CommandQueued",
            "payload",
            commands.plist(command, question));
    Outcome<Void> outcome =
        intents.send(
            new QueueCommand(
                work.enrollment(),
                now,
                Channel.DEVICE,
                command,
                REQUEST_TYPE,
                REQUEST_TYPE,
                commands.delivery(REQUEST_TYPE),
                NAME,
                null,
                null,
                0,
                Map.of(),
                true,
                payload),
            Origin.of(Actor.policy(NAME), UUID.randomUUID().toString())
                .causedBy(work.told() ? "inventory is old" : "enrolled"));
    if (!outcome.isAccepted()) {
      LOG.warn("{} can't be asked what it is: {}", work.enrollment().value(), outcome);
    }
    return outcome.isAccepted();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
