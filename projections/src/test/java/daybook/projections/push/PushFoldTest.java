// SPDX-License-Identifier: Apache-2.0
package daybook.projections.push;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Actor;
import daybook.domain.DomainEvent;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.BlockedDeviceTurnedAway;
import daybook.domain.enrollment.EnrollmentEvent.DeviceBlocked;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.DeviceUnenrolled;
import daybook.domain.enrollment.EnrollmentEvent.UserUnenrolled;
import daybook.domain.push.PushEvent.PushAccepted;
import daybook.domain.push.PushEvent.PushImpossible;
import daybook.domain.push.PushEvent.PushRejected;
import daybook.domain.push.PushEvent.PushRequested;
import daybook.domain.push.PushWork;
import daybook.projections.house.FakeVault;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Story;
import daybook.projections.house.TestViews;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which pushes are open. */
class PushFoldTest {
  private static final Instant NOW = MemoryLog.START.plusSeconds(3_600);
  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();
  private final Story mac = new Story(log, 1).enrolls();

  static List<DomainEvent> endings() {
    return List.of(
        new PushAccepted(Channel.DEVICE, "id"),
        new PushRejected(Channel.DEVICE, "Unregistered"),
        new PushImpossible(Channel.DEVICE, "topic"),
        new DeviceConnected(Channel.DEVICE),
        new DeviceUnenrolled(null),
        new DeviceBlocked(),
        new BlockedDeviceTurnedAway(),
        new DeviceShredded(1, List.of()));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void aPushIsOpenUntilItsOutcomeOrTheDevicesComing(DomainEvent ending) {
    try (TestViews views = views()) {
      request(Channel.DEVICE, "command", NOW);
      assertThat(views.settled().pushes.due(NOW, 10))
          .containsExactly(new PushWork(mac.device(), Channel.DEVICE, "command", NOW));
      mac.happens(ending, Actor.policy("Wake"));
      assertThat(views.settled().pushes.due(NOW, 10)).isEmpty();
    }
  }

  @Test
  void onlyWhatIsDueIsTold() {
    try (TestViews views = views()) {
      request(Channel.DEVICE, "command", NOW.plusMillis(1));
      assertThat(views.settled().pushes.due(NOW, 10)).isEmpty();
      assertThat(views.pushes.due(NOW.plusMillis(1), 10)).hasSize(1);
    }
  }

  @Test
  void aUsersPushIsAnother() {
    try (TestViews views = views()) {
      request(Story.USER, "command", NOW.minusSeconds(9));
      request(Channel.DEVICE, "command", NOW);
      assertThat(views.settled().pushes.due(NOW, 10))
          .extracting(PushWork::channel)
          .containsExactly(Story.USER, Channel.DEVICE);
      mac.says(new DeviceConnected(Channel.DEVICE));
      assertThat(views.settled().pushes.due(NOW, 10))
          .extracting(PushWork::channel)
          .containsExactly(Story.USER);
      mac.says(new UserUnenrolled(Story.USER, null));
      assertThat(views.settled().pushes.due(NOW, 10)).isEmpty();
    }
  }

  @Test
  void enrollingAnewClosesAllPushes() {
    try (TestViews views = views()) {
      request(Channel.DEVICE, "command", NOW);
      request(Story.USER, "command", NOW);
      mac.starts();
      assertThat(views.settled().pushes.due(NOW, 10)).isEmpty();
    }
  }

  @Test
  void theOldestComeFirstAndNoMoreThanAsked() {
    try (TestViews views = views()) {
      for (int i = 1; i <= 5; i++) {
        Story other = new Story(log, 10 + i).enrolls();
        other.happens(
            new PushRequested(Channel.DEVICE, "command", NOW.minusSeconds(i)), Actor.server());
      }
      assertThat(views.settled().pushes.due(NOW, 3))
          .extracting(PushWork::notBefore)
          .containsExactly(NOW.minusSeconds(5), NOW.minusSeconds(4), NOW.minusSeconds(3));
    }
  }

  @Test
  void nothingIsDoneBeforeTheHeadSeenAtStartIsPassed() {
    try (TestViews views = views()) {
      views.settled();
      assertThat(views.pushes.caughtUp()).isTrue();
      assertThat(views.inventory.caughtUp()).isTrue();
    }
  }

  private void request(Channel channel, String reason, Instant notBefore) {
    mac.happens(new PushRequested(channel, reason, notBefore), Actor.server());
  }

  private TestViews views() {
    return new TestViews(log, new FakeVault(), folder);
  }
}
