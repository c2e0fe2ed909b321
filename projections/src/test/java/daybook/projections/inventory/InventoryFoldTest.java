// SPDX-License-Identifier: Apache-2.0
package daybook.projections.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Actor;
import daybook.domain.DomainEvent;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandDeferred;
import daybook.domain.command.CommandEvent.CommandExpired;
import daybook.domain.command.CommandEvent.CommandFailed;
import daybook.domain.command.CommandEvent.CommandRefused;
import daybook.domain.command.CommandEvent.CommandResultTooLarge;
import daybook.domain.command.CommandEvent.CommandStuck;
import daybook.domain.command.CommandEvent.CommandUnconfirmed;
import daybook.domain.command.CommandEvent.DeviceInformationUnchanged;
import daybook.domain.command.CommandId;
import daybook.domain.command.InventoryWork;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnblocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.retirement.RetirementEvent.DeviceRetired;
import daybook.domain.retirement.RetirementEvent.RetirementFailed;
import daybook.domain.retirement.RetirementEvent.RetirementRequested;
import daybook.projections.house.FakeVault;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Story;
import daybook.projections.house.TestViews;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which devices may be asked what they are. */
class InventoryFoldTest {
  private static final CommandId COMMAND = new CommandId("command-1");
  private static final String TYPE = "DeviceInformation";
  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();
  private final Story mac = new Story(log, 1);
  private TestViews views;

  @BeforeEach
  void open() {
    views = new TestViews(log, new FakeVault(), folder);
  }

  @AfterEach
  void close() {
    views.close();
  }

  static List<DomainEvent> closings() {
    return List.of(
        new CommandAcknowledged(Channel.DEVICE, COMMAND, TYPE, Story.report()),
        new CommandFailed(Channel.DEVICE, COMMAND, TYPE, List.of(), Story.report()),
        new CommandRefused(Channel.DEVICE, COMMAND, TYPE, Story.report()),
        new CommandStuck(Channel.DEVICE, COMMAND, TYPE, 5),
        new CommandUnconfirmed(Channel.DEVICE, COMMAND, TYPE),
        new CommandExpired(Channel.DEVICE, COMMAND, TYPE),
        new CommandResultTooLarge(Channel.DEVICE, COMMAND, TYPE, 1, "hash"));
  }

  @Test
  void aDeviceThatIsAboutToBeRetiredIsNotAsked() {
    mac.starts();
    mac.says(new DeviceEnrolled());
    mac.says(new RetirementRequested(COMMAND));
    assertThat(due(later())).isEmpty();
    mac.says(new RetirementFailed(COMMAND, "CommandFailed"));
    assertThat(due(later())).hasSize(1);
    mac.says(new RetirementRequested(COMMAND));
    mac.says(new DeviceRetired(COMMAND, "silence"));
    assertThat(due(later())).isEmpty();
  }

  @Test
  void aDeviceIsOnTheListFromItsEnrollmentToItsEnd() {
    mac.starts();
    assertThat(due(later())).isEmpty();
    Instant enrolled = mac.says(new DeviceEnrolled()).time();
    assertThat(due(later()))
        .containsExactly(new InventoryWork(mac.device(), enrolled, false, "macOS"));
    mac.says(new DeviceUnenrolled(Story.secret()));
    assertThat(due(later())).isEmpty();
  }

  @Test
  void aBlockedDeviceIsNotAskedUntilItIsUnblocked() {
    mac.enrolls().says(new DeviceEnrolled());
    mac.says(new DeviceBlocked());
    assertThat(due(later())).isEmpty();
    mac.says(new DeviceUnblocked());
    assertThat(due(later())).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("closings")
  void itIsOffWhileACommandWaitsAndBackWhenThatEnds(DomainEvent closing) {
    mac.enrolls();
    mac.queues(COMMAND.value(), TYPE);
    assertThat(due(later())).isEmpty();
    mac.says(new CommandDeferred(Channel.DEVICE, COMMAND, TYPE, Story.report()));
    assertThat(due(later())).isEmpty();
    Instant closed = mac.says(closing).time();
    assertThat(due(closed)).containsExactly(new InventoryWork(mac.device(), closed, true, "macOS"));
    assertThat(due(closed.minus(Duration.ofHours(24)))).as("not at once again").isEmpty();
  }

  @Test
  void anAnswerToOtherCommandsChangesNothing() {
    Instant enrolled = mac.enrolls().says(new DeviceEnrolled()).time();
    mac.queues("lock", "DeviceLock");
    mac.says(
        new CommandAcknowledged(
            Channel.DEVICE, new CommandId("lock"), "DeviceLock", Story.report()));
    assertThat(due(later()))
        .containsExactly(new InventoryWork(mac.device(), enrolled, false, "macOS"));
  }

  @Test
  void aDeviceThatNeverToldComesFirstAndIsAlwaysDue() {
    mac.enrolls();
    mac.says(new DeviceInformationUnchanged(Channel.DEVICE, COMMAND));
    Story other = new Story(log, 2).enrolls();
    assertThat(due(later()))
        .extracting(InventoryWork::enrollment)
        .containsExactly(other.device(), mac.device());
    assertThat(due(MemoryLog.START.minus(Duration.ofDays(1))))
        .extracting(InventoryWork::enrollment)
        .containsExactly(other.device());
  }

  @Test
  void enrollingAnewEmptiesTheQueueAndAsksAgain() {
    mac.enrolls();
    mac.queues(COMMAND.value(), TYPE);
    mac.starts();
    assertThat(due(later())).isEmpty();
    mac.says(new DeviceEnrolled());
    assertThat(due(later())).extracting(InventoryWork::told).containsExactly(false);
  }

  @Test
  void shreddingEmptiesTheQueueToo() {
    mac.enrolls();
    mac.queues(COMMAND.value(), TYPE);
    mac.happens(new DeviceShredded(1, List.of(mac.keyId())), Actor.operator("account-1"));
    assertThat(due(later())).hasSize(1);
  }

  private List<InventoryWork> due(Instant now) {
    return views.settled().inventory.due(now, 10);
  }

  private Instant later() {
    return MemoryLog.START.plus(Duration.ofDays(1));
  }
}
