// SPDX-License-Identifier: Apache-2.0
package daybook.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Personal;
import daybook.domain.Refusal;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.enrollment.DeviceCertificate;
import daybook.domain.enrollment.DeviceIdentity;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent.StartEnrollment;
import daybook.domain.group.DeviceGroups;
import daybook.ops.keys.KeysUnusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasing a device: said in the log first, done then, and done again at every start. */
class ShredderTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123Z");
  private static final EnrollmentId DEVICE = new EnrollmentId("A");
  private static final Subject SUBJECT = Subject.of(DEVICE.stream());
  private static final Origin ORIGIN = Origin.of(Actor.server(), "request-1");

  @TempDir private Path folder;

  @Test
  void shreddingNamesTheKeysInTheLogAndDropsThem() {
    try (OpenLog open = open()) {
      EnrollmentStarted started = enroll(open);
      List<String> keyIds = open.keyChest().keyIds(SUBJECT);
      assertThat(opens(open, started)).isTrue();

      assertThat(open.shredder().shred(DEVICE, ORIGIN).isAccepted()).isTrue();
      assertThat(open.log().at(open.log().head()).orElseThrow().event())
          .isEqualTo(new DeviceShredded(1, keyIds));
      assertThat(keyIds).hasSize(2);
      assertThat(opens(open, started)).isFalse();
      assertThat(open.vault().generation(SUBJECT)).isEqualTo(2);
    }
  }

  @Test
  void shreddingAnUnknownDeviceIsRefusedAndDropsNothing() {
    try (OpenLog open = open()) {
      open.vault().secret(SUBJECT, "EnrollmentStarted", "message", new byte[] {1});
      assertThat(open.shredder().shred(DEVICE, ORIGIN).isAccepted()).isFalse();
      assertThat(open.keyChest().keyIds(SUBJECT)).hasSize(1);
      assertThat(open.log().head()).isZero();
    }
  }

  @Test
  void intentThatWasSealedBeforeAShreddingIsRefusedAfterIt() {
    try (OpenLog open = open()) {
      enroll(open);
      StartEnrollment old = start(open, "2");
      open.shredder().shred(DEVICE, ORIGIN);
      Outcome<Void> outcome = open.intents().send(old, ORIGIN);
      assertThat(outcome.refusal().orElseThrow().reason())
          .isEqualTo(Refusal.SEALED_UNDER_DROPPED_KEY);
      assertThat(open.intents().send(start(open, "2"), ORIGIN).isAccepted()).isTrue();
    }
  }

  @Test
  void keysThatComeBackWithARestoreAreDroppedAgainAtTheStart() throws IOException {
    EnrollmentStarted started;
    Path backup = folder.resolve("keys.backup");
    try (OpenLog open = open()) {
      started = enroll(open);
    }
    Files.copy(home().resolve("keys.db"), backup);
    try (OpenLog open = open()) {
      open.shredder().shred(DEVICE, ORIGIN);
    }
    Files.copy(backup, home().resolve("keys.db"), StandardCopyOption.REPLACE_EXISTING);
    try (OpenLog open = open()) {
      assertThat(opens(open, started)).isFalse();
      assertThat(open.vault().generation(SUBJECT)).isEqualTo(2);
    }
  }

  @Test
  void shreddingTwiceTellsTheNextGeneration() {
    try (OpenLog open = open()) {
      enroll(open);
      open.shredder().shred(DEVICE, ORIGIN);
      open.intents().send(start(open, "2"), ORIGIN).reply();
      open.shredder().shred(DEVICE, ORIGIN);
      assertThat(
              ((DeviceShredded) open.log().at(open.log().head()).orElseThrow().event())
                  .generation())
          .isEqualTo(2);
      assertThat(open.vault().generation(SUBJECT)).isEqualTo(3);
    }
  }

  @Test
  void logWithoutItsKeysStopsTheStartWithASentence() throws IOException {
    try (OpenLog open = open()) {
      enroll(open);
    }
    Files.delete(home().resolve("keys.db"));
    assertThatThrownBy(this::open)
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("keys.db is missing");
    assertThat(home().resolve("keys.db")).doesNotExist();
  }

  private static EnrollmentStarted enroll(OpenLog open) {
    open.intents().send(start(open, "1"), ORIGIN).reply();
    return (EnrollmentStarted) open.log().stream(DEVICE.stream(), 0, 1).get(0).event();
  }

  private static StartEnrollment start(OpenLog open, String certificate) {
    Personal name =
        open.vault()
            .personal(SUBJECT, "EnrollmentStarted", "identity.deviceName", bytes("Zoë’s Mac"), NOW);
    Secret message =
        open.vault().secret(SUBJECT, "EnrollmentStarted", "message", bytes("<plist/>"));
    return new StartEnrollment(
        DEVICE,
        NOW,
        1,
        new DeviceCertificate(certificate, NOW, NOW.plusSeconds(3_600), "CN=Test", null, null),
        null,
        DeviceGroups.NONE,
        "com.apple.mgmt.External.test",
        new DeviceIdentity(
            "A", null, "C02", "Mac14,2", null, null, "macOS", null, null, name, null, null),
        message,
        3_000);
  }

  private static boolean opens(OpenLog open, EnrollmentStarted started) {
    return open.vault()
        .open(started.identity().deviceName().sealed(), "EnrollmentStarted", "identity.deviceName")
        .isPresent();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Path home() {
    return folder.resolve("home");
  }

  private OpenLog open() {
    return OpenLog.in(home())
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .monotonicNanos(() -> 0)
        .masterKey(null)
        .open();
  }
}
