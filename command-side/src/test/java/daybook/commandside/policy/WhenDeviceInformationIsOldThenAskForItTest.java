// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.command.MdmCommands;
import daybook.commandside.fake.HandClock;
import daybook.commandside.fake.OpenVault;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.PlistValue;
import daybook.commandside.plist.Plists;
import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.ToDo;
import daybook.domain.command.CommandIntent.QueueCommand;
import daybook.domain.command.Delivery;
import daybook.domain.command.InventoryWork;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhenDeviceInformationIsOldThenAskForItTest {
  private static final Duration DAY = Duration.ofHours(24);
  private static final EnrollmentId MAC = new EnrollmentId("MAC-1");

  private final HandClock clock = new HandClock(Instant.parse("2026-11-24T10:00:00Z"));
  private final OpenVault vault = new OpenVault();
  private final List<InventoryWork> rows = new ArrayList<>();
  private final List<QueueCommand> queued = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();
  private boolean refusing;
  private final WhenDeviceInformationIsOldThenAskForIt policy =
      new WhenDeviceInformationIsOldThenAskForIt(
          new Rows(),
          new Queue(),
          vault,
          new MdmCommands(),
          clock,
          new PolicySettings(true, DAY, DAY));

  @Test
  void aDeviceThatHasJustEnrolledIsAskedAtOnce() throws InterruptedException {
    rows.add(new InventoryWork(MAC, clock.instant(), false, "macOS"));

    policy.act();

    QueueCommand command = queued.get(0);
    assertThat(queued).hasSize(1);
    assertThat(command.enrollment()).isEqualTo(MAC);
    assertThat(command.channel()).isEqualTo(Channel.DEVICE);
    assertThat(command.name()).isEqualTo("DeviceInformation");
    assertThat(command.requestType()).isEqualTo("DeviceInformation");
    assertThat(command.delivery()).isEqualTo(Delivery.REPEAT);
    assertThat(command.origin()).isEqualTo("WhenDeviceInformationIsOldThenAskForIt");
    assertThat(command.alone()).isTrue();
    assertThat(command.now()).isEqualTo(clock.instant());
    assertThat(origins.get(0).actor().id()).isEqualTo("WhenDeviceInformationIsOldThenAskForIt");
  }

  @Test
  void theSealedCommandNamesItsIdAndWhatIsAsked() throws InterruptedException {
    rows.add(new InventoryWork(MAC, clock.instant(), false, "macOS"));

    policy.act();

    QueueCommand command = queued.get(0);
    PlistDict whole =
        Plists.read(
            vault.open(command.payload().sealed(), "CommandQueued", "payload").orElseThrow());
    PlistDict inner = whole.dict("Command").orElseThrow();
    assertThat(whole.text("CommandUUID")).hasValue(command.command().value());
    assertThat(inner.text("RequestType")).hasValue("DeviceInformation");
    assertThat(inner.items("Queries"))
        .contains(new PlistValue.Text("DeviceName"), new PlistValue.Text("IsAppleSilicon"));
  }

  @Test
  void aDeviceThatHasToldIsAskedAgainAfterADayAndUpToATenthMore() throws InterruptedException {
    Instant told = clock.instant();
    for (int i = 0; i < 200; i++) {
      rows.add(new InventoryWork(new EnrollmentId("MAC-" + i), told, true, "macOS"));
    }
    clock.advance(DAY.minusSeconds(1));
    policy.act();
    assertThat(queued).isEmpty();

    clock.advance(Duration.ofMinutes(72));
    policy.act();
    assertThat(queued.size()).isBetween(60, 140);

    clock.advance(Duration.ofMinutes(73));
    policy.act();
    Set<EnrollmentId> asked = new HashSet<>();
    queued.forEach(command -> asked.add(command.enrollment()));
    assertThat(asked).hasSize(200);
  }

  @Test
  void aViewThatLagsCausesNoSecondQuestion() throws InterruptedException {
    rows.add(new InventoryWork(MAC, clock.instant(), false, "macOS"));

    policy.act();
    clock.advance(Duration.ofMinutes(1));
    policy.act();

    assertThat(queued).hasSize(1);
  }

  @Test
  void aDeviceThatEnrollsAnewIsAskedAtOnce() throws InterruptedException {
    rows.add(new InventoryWork(MAC, clock.instant(), false, "macOS"));
    policy.act();
    clock.advance(Duration.ofMinutes(1));
    rows.set(0, new InventoryWork(MAC, clock.instant(), false, "macOS"));

    policy.act();

    assertThat(queued).hasSize(2);
  }

  @Test
  void aRefusedQuestionIsAskedAgainAMinuteLater() throws InterruptedException {
    refusing = true;
    rows.add(new InventoryWork(MAC, clock.instant(), false, "macOS"));
    policy.act();
    policy.act();
    assertThat(queued).hasSize(1);

    refusing = false;
    clock.advance(Duration.ofMinutes(1));
    policy.act();
    assertThat(queued).hasSize(2);
  }

  @Test
  void aStopEndsTheRound() {
    rows.add(new InventoryWork(MAC, clock.instant(), false, "macOS"));
    rows.add(new InventoryWork(new EnrollmentId("MAC-2"), clock.instant(), false, "macOS"));
    Thread.currentThread().interrupt();

    assertThat(org.assertj.core.api.Assertions.catchThrowable(policy::act))
        .isInstanceOf(InterruptedException.class);
    assertThat(queued).hasSize(1);
  }

  /** The view as its rows promise it: never told first, then those that told before a moment. */
  private final class Rows implements ToDo<InventoryWork> {
    @Override
    public List<InventoryWork> due(Instant now, int limit) {
      return rows.stream()
          .filter(row -> !row.told() || !row.since().isAfter(now))
          .limit(limit)
          .toList();
    }

    @Override
    public boolean caughtUp() {
      return true;
    }
  }

  private final class Queue implements Intents {
    @Override
    public <R> Outcome<R> send(Intent<R> intent, Origin origin) {
      queued.add((QueueCommand) intent);
      origins.add(origin);
      return refusing ? Outcome.refused(Refusal.BUSY, "busy") : Outcome.accepted();
    }
  }
}
