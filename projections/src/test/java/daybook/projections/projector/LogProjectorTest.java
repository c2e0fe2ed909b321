// SPDX-License-Identifier: Apache-2.0
package daybook.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.Actor;
import daybook.domain.DomainEvent;
import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.StreamId;
import daybook.domain.command.CommandEvent.DeviceConnected;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentEvent.DeviceEnrolled;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.projections.Fold;
import daybook.projections.Handlers;
import daybook.projections.ParkedKey;
import daybook.projections.Projector;
import daybook.projections.ViewStatus;
import daybook.projections.device.DeviceFold;
import daybook.projections.device.DeviceView;
import daybook.projections.house.FakeVault;
import daybook.projections.house.Folding;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Story;
import daybook.projections.house.TestViews;
import daybook.projections.store.Column;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The projector over a log in memory and real files. */
class LogProjectorTest {
  private static final int VERSION = new DeviceFold().version();
  private static final String DEVICE = "device-v" + VERSION;

  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();
  private final FakeVault vault = new FakeVault();

  @Test
  void aViewFollowsTheLog() {
    try (TestViews views = views()) {
      Story mac = new Story(log, 1).enrolls();
      views.settled();
      assertThat(views.devices.byNumber(1))
          .get()
          .extracting(DeviceView::name)
          .isEqualTo(Story.NAME);
      mac.says(new DeviceConnected(Channel.DEVICE));
      views.settled();
      assertThat(views.devices.byStream(mac.device().stream()))
          .get()
          .extracting(DeviceView::lastSeenAt)
          .isEqualTo(MemoryLog.START.plusSeconds(log.head()));
    }
  }

  @Test
  void aRebuildHasTheSameBytesAndTheFormerFilesAreGone() throws IOException {
    try (TestViews views = views()) {
      someDevices(30);
      views.settled();
      List<Projector.Progress> told = new ArrayList<>();
      for (ViewStatus view : views.projector.views()) {
        String live = views.projector.digest(view.name());
        views.projector.rebuild(view.name(), told::add);
        assertThat(views.projector.digest(view.name())).as(view.name()).isEqualTo(live);
      }
      assertThat(told).isNotEmpty();
      assertThat(views.devices.byNumber(30)).isPresent();
      assertThat(files()).contains(DEVICE + "-r1.db").doesNotContain(DEVICE + ".db");
    }
    try (TestViews again = views()) {
      assertThat(again.projector.views())
          .extracting(ViewStatus::generation)
          .contains(DEVICE + "-r1", "audit-v2-r1");
    }
  }

  @Test
  void viewsThatWereDeletedComeBackWithTheSameBytes() throws IOException {
    String live;
    someDevices(700);
    try (TestViews views = views().settled()) {
      live = views.projector.digest("device");
    }
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        Files.delete(file);
      }
    }
    try (TestViews views = views().settled()) {
      assertThat(views.projector.digest("device")).isEqualTo(live);
      assertThat(views.projector.caughtUp("push")).isTrue();
      views.projector.expect(Long.MAX_VALUE);
      assertThat(views.projector.caughtUp("push")).isFalse();
    }
  }

  @Test
  void aNewVersionIsBuiltBesideTheOldOneAndTakesItsPlace() throws IOException {
    someDevices(3);
    try (TestViews views = views().settled()) {
      assertThat(views.devices.byNumber(3)).isPresent();
      assertThat(files()).contains(DEVICE + ".db");
    }
    try (TestViews views = new TestViews(log, vault, folder, versioned(VERSION + 1, 0))) {
      assertThat(views.devices.byNumber(3)).as("the old one answers at once").isPresent();
      views.settled();
      assertThat(views.devices.byNumber(3)).isPresent();
      assertThat(files())
          .contains("device-v" + (VERSION + 1) + ".db")
          .doesNotContain(DEVICE + ".db");
    }
  }

  @Test
  void aStopBetweenTwoBatchesLosesNothing() {
    someDevices(3);
    String whole;
    try (TestViews views = views().settled()) {
      whole = views.projector.digest("device");
    }
    try (TestViews views = views()) {
      assertThat(views.projector.position("device")).isEqualTo(log.head());
      someDevices(2);
      views.settled();
      assertThat(views.projector.digest("device")).isNotEqualTo(whole);
      String live = views.projector.digest("device");
      views.projector.rebuild("device", progress -> {});
      assertThat(views.projector.digest("device")).isEqualTo(live);
    }
  }

  @Test
  void theLiveViewIsTheFoldOfThePrefixThatItHasTaken() {
    Story mac = new Story(log, 1);
    String key = mac.device().stream().value();
    try (TestViews views = views()) {
      List<DeviceView> live = new ArrayList<>();
      mac.starts();
      live.add(views.settled().devices.byNumber(1).orElseThrow());
      mac.says(new DeviceEnrolled());
      live.add(views.settled().devices.byNumber(1).orElseThrow());
      mac.says(new DeviceConnected(Channel.DEVICE));
      live.add(views.settled().devices.byNumber(1).orElseThrow());
      for (int upTo = 1; upTo <= live.size(); upTo++) {
        assertThat(Folding.of(new DeviceFold(), log, key, upTo)).isEqualTo(live.get(upTo - 1));
      }
    }
  }

  @Test
  void anEventThatCannotBeFoldedParksItsDocumentAndNoOther() {
    someDevices(3);
    long broken = 5;
    try (TestViews views =
        new TestViews(log, vault, folder, versioned(VERSION, broken)).settled()) {
      List<ParkedKey> parked = views.projector.parked("device");
      assertThat(parked).singleElement().extracting(ParkedKey::index).isEqualTo(broken);
      assertThat(parked.get(0).error()).contains("IllegalStateException", "DeviceEnrolled");
      assertThat(parked.get(0).error()).as("no message").doesNotContain("can't fold");
      assertThat(views.devices.byNumber(3)).isPresent();
      assertThat(views.projector.retryParked("device")).isEqualTo(1);
    }
    try (TestViews mended = views()) {
      assertThat(mended.projector.parked("device")).hasSize(1);
      assertThat(mended.projector.retryParked("device")).isZero();
      assertThat(mended.projector.parked("device")).isEmpty();
      String retried = mended.projector.digest("device");
      mended.projector.rebuild("device", progress -> {});
      assertThat(mended.projector.digest("device")).isEqualTo(retried);
    }
  }

  @Test
  void whatWasShreddedIsFoundNowhereEvenBeforeItsKeysAreDropped() throws IOException {
    Story mac = new Story(log, 1).enrolls();
    try (TestViews views = views()) {
      someDevices(3);
      views.settled();
      assertThat(found(Story.NAME)).isTrue();
      mac.happens(new DeviceShredded(1, List.of(mac.keyId())), Actor.operator("account-1"));
      views.settled();
      DeviceView shredded = views.devices.byNumber(1).orElseThrow();
      assertThat(shredded.name()).isNull();
      assertThat(shredded.lastIp()).isNull();
      assertThat(shredded.serialNumber()).isEqualTo(mac.serial());
      String live = views.projector.digest("device");
      views.projector.rebuild("device", progress -> {});
      assertThat(views.projector.digest("device")).as("keys still there").isEqualTo(live);
      vault.drop(mac.keyId());
      views.projector.rebuild("device", progress -> {});
      assertThat(views.projector.digest("device")).as("keys dropped").isEqualTo(live);
    }
  }

  @Test
  void noByteOfWhatWasShreddedStaysInAFile() throws IOException {
    Story mac = new Story(log, 1).enrolls();
    try (TestViews views = views().settled()) {
      assertThat(found(Story.NAME)).isTrue();
      mac.happens(new DeviceShredded(1, List.of(mac.keyId())), Actor.operator("account-1"));
      views.settled();
      assertThat(found(Story.NAME)).isFalse();
      assertThat(found(Story.ADDRESS)).isFalse();
    }
  }

  @Test
  void aNewStartKnowsWhatWasShreddedThoughKeysAreStillThere() {
    Story mac = new Story(log, 1).enrolls();
    mac.happens(new DeviceShredded(1, List.of(mac.keyId())), Actor.operator("account-1"));
    try (TestViews views = views().settled()) {
      assertThat(views.devices.byNumber(1).orElseThrow().lastIp()).isNull();
    }
    mac.says(new DeviceConnected(Channel.DEVICE));
    try (TestViews views = views().settled()) {
      assertThat(views.devices.byNumber(1).orElseThrow().lastIp()).isNull();
    }
  }

  @Test
  void aViewThatDoesNotExistIsRefused() {
    try (TestViews views = views()) {
      assertThatThrownBy(() -> views.projector.rebuild("nope", progress -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no view is called nope");
    }
  }

  private TestViews views() {
    return new TestViews(log, vault, folder);
  }

  private void someDevices(int count) {
    long first = log.head() + 1;
    for (int i = 0; i < count; i++) {
      new Story(log, first == 1 ? i + 1 : 1_000 + first + i).enrolls();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).toList();
    }
  }

  private boolean found(String text) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        String bytes =
            new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (content.contains(bytes)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The device's fold under a version of its own, which can't take the event at one index. */
  private static Fold<DeviceView> versioned(int version, long broken) {
    DeviceFold fold = new DeviceFold();
    return new Fold<>() {
      @Override
      public String name() {
        return fold.name();
      }

      @Override
      public int version() {
        return version;
      }

      @Override
      public Class<DeviceView> document() {
        return fold.document();
      }

      @Override
      public Handlers<DeviceView> handlers() {
        return fold.handlers();
      }

      @Override
      public String key(LogEntry entry) {
        return fold.key(entry);
      }

      @Override
      public List<Column> columns() {
        return fold.columns();
      }

      @Override
      public Map<String, Object> indexes(DeviceView document) {
        return fold.indexes(document);
      }

      @Override
      public Optional<StreamId> stream(String key) {
        return fold.stream(key);
      }

      @Override
      public DeviceView fold(DeviceView view, OpenedEvent event) {
        DomainEvent happened = event.event();
        if (event.entry().index() == broken && happened instanceof DeviceEnrolled) {
          throw new IllegalStateException("can't fold " + event.entry().origin());
        }
        return fold.fold(view, event);
      }
    };
  }
}
