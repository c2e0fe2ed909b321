// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import daybook.domain.Actor;
import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Personal;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.command.CommandId;
import daybook.domain.command.CommandIntent.QueueCommand;
import daybook.domain.command.CommandIntent.RecordReport;
import daybook.domain.command.Delivery;
import daybook.domain.command.DeviceFacts;
import daybook.domain.command.Report;
import daybook.domain.command.ReportStatus;
import daybook.domain.command.SealedReport;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.DeviceCertificate;
import daybook.domain.enrollment.DeviceIdentity;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent.StartEnrollment;
import daybook.domain.enrollment.EnrollmentIntent.UpdatePushToken;
import daybook.domain.enrollment.IdentityMode;
import daybook.domain.group.DeviceGroups;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * The life of one device as its events tell it, told straight to the aggregates: it enrolls, and
 * then is asked for its information or for something else, once in a few hours.
 */
final class SyntheticLife {
  private static final int NO_LIMIT = Integer.MAX_VALUE;
  private static final Duration PAUSE = Duration.ofHours(3);
  private static final String TOPIC = "com.apple.mgmt.External.benchmark";
  private static final byte[] REPORT = new byte[600];

  private final Intents intents;
  private final Vault vault;
  private final long number;
  private final Random random;
  private final EnrollmentId device;
  private final Subject subject;
  private final Origin origin;
  private final String certificate;
  private Instant now;

  SyntheticLife(Intents intents, Vault vault, long number, Instant born) {
    this.intents = intents;
    this.vault = vault;
    this.number = number;
    this.now = born;
    random = new Random(number);
    UUID udid = new UUID(random.nextLong(), random.nextLong());
    device = EnrollmentId.ofUdid(udid.toString());
    subject = Subject.of(device.stream());
    certificate = String.format(Locale.ROOT, "%064x", number);
    Personal address =
        vault.personal(subject, Origin.SEALED_AS, Origin.REMOTE_ADDRESS, text("198.51.100.7"), now);
    origin =
        new Origin(
            new Actor(Actor.Kind.DEVICE, device.value()), "benchmark", null, address, address);
  }

  /** Authenticates and tells its push token. */
  void enroll() {
    Personal name = personal("EnrollmentStarted", "identity.deviceName", "Zoë’s Mac " + number);
    tell(
        new StartEnrollment(
            device,
            now,
            number,
            new DeviceCertificate(
                certificate,
                now,
                now.plus(Duration.ofDays(730)),
                "CN=Benchmark",
                null,
                IdentityMode.SIGNATURE),
            null,
            DeviceGroups.NONE,
            TOPIC,
            new DeviceIdentity(
                device.value(),
                null,
                "Z" + number,
                "Mac15,6",
                "Mac15,6",
                "MacBook Pro",
                "macOS",
                "15.1",
                "24B83",
                name,
                null,
                null),
            secret("EnrollmentStarted", "message", REPORT),
            NO_LIMIT));
    tell(
        new UpdatePushToken(
            device,
            now,
            certificate,
            Channel.DEVICE,
            TOPIC,
            secret("PushTokenChanged", "token", bytes(32)),
            secret("PushTokenChanged", "magic", bytes(36)),
            null,
            false,
            null,
            secret("PushTokenChanged", "message", REPORT),
            now,
            NO_LIMIT));
  }

  /** One session some hours later: a command is queued, delivered and acknowledged. */
  void live(int day) {
    now = now.plus(PAUSE);
    String requestType = day % 4 == 0 ? "DeviceInformation" : "ProfileList";
    CommandId command = new CommandId(new UUID(random.nextLong(), random.nextLong()).toString());
    tell(
        new QueueCommand(
            device,
            now,
            Channel.DEVICE,
            command,
            requestType,
            requestType,
            Delivery.REPEAT,
            "benchmark",
            null,
            null,
            0,
            Map.of(),
            false,
            secret("CommandQueued", "payload", REPORT)));
    connect();
    tell(
        new RecordReport(
            device,
            now,
            certificate,
            null,
            null,
            Channel.DEVICE,
            report(command, requestType, day),
            NO_LIMIT));
  }

  /** An Idle that begins a session. */
  void connect() {
    now = now.plusSeconds(61);
    tell(
        new RecordReport(
            device, now, certificate, null, null, Channel.DEVICE, Report.idle(), NO_LIMIT));
  }

  private Report report(CommandId command, String requestType, int day) {
    Personal raw = vault.personal(subject, "CommandAcknowledged", "report.personal", REPORT, now);
    return new Report(
        ReportStatus.ACKNOWLEDGED,
        command,
        requestType,
        List.of(),
        new SealedReport(raw, null, REPORT.length, 0),
        List.of(),
        requestType.equals("DeviceInformation") ? facts(day) : null,
        "CommandAcknowledged");
  }

  private DeviceFacts facts(int day) {
    String event = "DeviceInformationReported";
    byte[] answers = text("{\"AvailableDeviceCapacity\":" + day + ",\"rest\":\"" + number + "\"}");
    return new DeviceFacts(
        device.value(),
        "Z" + number,
        "Mac15,6",
        "Mac15,6",
        "MacBook Pro",
        "macOS",
        "15.1",
        null,
        "24B83",
        null,
        true,
        true,
        false,
        personal(event, "facts.deviceName", "Zoë’s Mac " + number),
        vault.comparablePersonal(subject, event, "facts.answers", answers, now));
  }

  private void tell(Intent<?> intent) {
    Outcome<?> outcome = intents.send(intent, origin);
    if (!outcome.isAccepted()) {
      throw new IllegalStateException("the benchmark's device was refused: " + outcome);
    }
  }

  private Personal personal(String event, String path, String value) {
    return vault.personal(subject, event, path, text(value), now);
  }

  private Secret secret(String event, String path, byte[] value) {
    return vault.comparableSecret(subject, event, path, value);
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] text(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
