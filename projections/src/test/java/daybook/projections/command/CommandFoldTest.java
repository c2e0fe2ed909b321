// SPDX-License-Identifier: Apache-2.0
package daybook.projections.command;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.LogEntry;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.domain.command.CommandEvent.CommandAnsweredLate;
import daybook.domain.command.CommandEvent.CommandCancelled;
import daybook.domain.command.CommandEvent.CommandDeferred;
import daybook.domain.command.CommandEvent.CommandDelivered;
import daybook.domain.command.CommandEvent.CommandFailed;
import daybook.domain.command.CommandEvent.CommandUnconfirmed;
import daybook.domain.command.CommandId;
import daybook.domain.command.ErrorItem;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.projections.house.FakeVault;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Story;
import daybook.projections.house.TestViews;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a command at each point of its life. */
class CommandFoldTest {
  private static final CommandId A = new CommandId("a");
  private static final CommandQuery ALL = new CommandQuery(null, null);

  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();
  private final Story mac = new Story(log, 1);
  private TestViews views;

  @BeforeEach
  void open() {
    views = new TestViews(log, new FakeVault(), folder);
    mac.enrolls();
  }

  @AfterEach
  void close() {
    views.close();
  }

  private CommandView a() {
    views.settled();
    return views.commands.find(A).orElseThrow();
  }

  @Test
  void aCommandIsQueuedDeliveredDeferredAndAcknowledged() {
    LogEntry queued = mac.queues("a", "ProfileList");
    assertThat(a().queuedAt()).isEqualTo(queued.time());
    assertThat(a().deliveredAt()).isNull();
    LogEntry delivered = mac.says(new CommandDelivered(Channel.DEVICE, A, "ProfileList", 1));
    assertThat(a().deliveredAt()).isEqualTo(delivered.time());
    mac.says(new CommandDeferred(Channel.DEVICE, A, "ProfileList", Story.report()));
    assertThat(a().status()).isEqualTo("NotNow");
    assertThat(a().end()).isNull();
    LogEntry end =
        mac.says(new CommandAcknowledged(Channel.DEVICE, A, "ProfileList", Story.report()));
    assertThat(a().status()).isEqualTo("Acknowledged");
    assertThat(a().end()).isEqualTo("CommandAcknowledged");
    assertThat(a().reportedAt()).isEqualTo(end.time());
    assertThat(a().report()).isEqualTo(end.sequence());
  }

  @Test
  void aFailureKeepsItsChain() {
    mac.queues("a", "ProfileList");
    mac.says(
        new CommandFailed(
            Channel.DEVICE, A, "ProfileList", List.of(new ErrorItem("D", 7)), Story.report()));
    assertThat(a().status()).isEqualTo("Error");
    assertThat(a().errors()).containsExactly(new CommandView.Error("D", 7));
  }

  @Test
  void aLateAnswerIsTheLastWordAndTheEndStays() {
    mac.queues("a", "DeviceLock");
    mac.says(new CommandUnconfirmed(Channel.DEVICE, A, "DeviceLock"));
    mac.says(
        new CommandAnsweredLate(
            Channel.DEVICE, A, "DeviceLock", "Acknowledged", List.of(), Story.report()));
    assertThat(a().status()).isEqualTo("Acknowledged");
    assertThat(a().end()).isEqualTo("CommandUnconfirmed");
  }

  @Test
  void listsAreNewestFirstByDeviceAndNameWithoutWhatWasTakenBack() {
    Story other = new Story(log, 2).enrolls();
    mac.queues("a", "ProfileList");
    mac.queues("b", "SecurityInfo");
    other.queues("c", "ProfileList");
    mac.queues("d", "ProfileList");
    mac.says(new CommandCancelled(Channel.DEVICE, new CommandId("d"), "ProfileList", "operator"));
    views.settled();

    assertThat(ids(ALL)).containsExactly("c", "b", "a");
    assertThat(ids(new CommandQuery(mac.device().stream().value(), null)))
        .containsExactly("b", "a");
    assertThat(ids(new CommandQuery(null, "ProfileList"))).containsExactly("c", "a");
    assertThat(views.commands.count(ALL)).isEqualTo(3);
    assertThat(views.commands.page(ALL, 1, 1))
        .extracting(CommandView::command)
        .containsExactly("b");
    assertThat(views.commands.find(new CommandId("d"))).isEmpty();
  }

  @Test
  void whatEndedWithItsEnrollmentIsStillListed() {
    mac.queues("a", "ProfileList");
    mac.says(new CommandCancelled(Channel.DEVICE, A, "ProfileList", "checkout"));
    assertThat(a().end()).isEqualTo("CommandCancelled");
    assertThat(ids(ALL)).containsExactly("a");
  }

  @Test
  void aShreddedDeviceKeepsItsCommands() {
    mac.queues("a", "ProfileList");
    mac.says(new DeviceShredded(1, List.of("1.key1")));
    assertThat(a().name()).isEqualTo("ProfileList");
  }

  private List<String> ids(CommandQuery query) {
    return views.commands.page(query, 10, 0).stream().map(CommandView::command).toList();
  }
}
