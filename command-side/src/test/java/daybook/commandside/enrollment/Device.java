// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.Personal;
import daybook.domain.Sealed;
import daybook.domain.Secret;
import daybook.domain.command.CommandId;
import daybook.domain.command.CommandIntent.CloseOversizedReport;
import daybook.domain.command.CommandIntent.QueueCommand;
import daybook.domain.command.CommandIntent.RecordReport;
import daybook.domain.command.Delivery;
import daybook.domain.command.DeviceFacts;
import daybook.domain.command.ErrorItem;
import daybook.domain.command.Report;
import daybook.domain.command.ReportStatus;
import daybook.domain.command.SealedReport;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.DeviceCertificate;
import daybook.domain.enrollment.DeviceIdentity;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent.AdoptEnrollment;
import daybook.domain.enrollment.EnrollmentIntent.ChannelUser;
import daybook.domain.enrollment.EnrollmentIntent.RenewIdentity;
import daybook.domain.enrollment.EnrollmentIntent.StartEnrollment;
import daybook.domain.enrollment.EnrollmentIntent.Unenroll;
import daybook.domain.enrollment.EnrollmentIntent.UpdatePushToken;
import daybook.domain.enrollment.IdentityMode;
import daybook.domain.escrow.EscrowIntent.EscrowBootstrapToken;
import daybook.domain.group.DeviceGroups;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A device as the door tells of it: it says intents, in the present tense. */
record Device(
    EnrollmentId id,
    String certificate,
    String topic,
    Channel channel,
    int generation,
    int hourlyEvents) {
  static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  static final String TOPIC = "com.apple.mgmt.External.one";
  private static final String UDID = "00008120-000000000000001E";

  static Device aMac() {
    return new Device(EnrollmentId.ofUdid(UDID), "c1", TOPIC, Channel.DEVICE, 1, 3_000);
  }

  /** {@code seconds} after the start. */
  static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }

  Device with(String otherCertificate) {
    return new Device(id, otherCertificate, topic, channel, generation, hourlyEvents);
  }

  Device withTopic(String other) {
    return new Device(id, certificate, other, channel, generation, hourlyEvents);
  }

  Device user(String name) {
    return new Device(id, certificate, topic, Channel.ofUser(name), generation, hourlyEvents);
  }

  Device inGeneration(int other) {
    return new Device(id, certificate, topic, channel, other, hourlyEvents);
  }

  /** The same before a door that lets it cause so many events by itself in an hour. */
  Device mayCause(int events) {
    return new Device(id, certificate, topic, channel, generation, events);
  }

  StartEnrollment authenticates(long seconds) {
    return authenticates(seconds, DeviceGroups.NONE);
  }

  /** Through an enrollment that gives these groups. */
  StartEnrollment authenticates(long seconds, DeviceGroups groups) {
    return new StartEnrollment(
        id,
        at(seconds),
        42,
        pinnable(),
        "conf",
        groups,
        topic,
        identity(),
        secret("message"),
        hourlyEvents);
  }

  AdoptEnrollment isAdopted(long seconds) {
    return new AdoptEnrollment(id, at(seconds), 42, pinnable(), UDID, null, hourlyEvents);
  }

  /** Renews the certificate {@code c1}, which a device has that {@link #aMac} made. */
  RenewIdentity renews(long seconds) {
    return renews(seconds, "c1");
  }

  RenewIdentity renews(long seconds, String replaces) {
    return new RenewIdentity(
        id, at(seconds), pinnable(), replaces, topic, secret("message"), hourlyEvents);
  }

  UpdatePushToken sendsToken(long seconds) {
    return sendsToken(seconds, "token", null);
  }

  UpdatePushToken sendsToken(long seconds, String token, String unlockToken) {
    return new UpdatePushToken(
        id,
        at(seconds),
        certificate,
        channel,
        topic,
        secret(token),
        secret("magic"),
        unlockToken == null ? null : secret(unlockToken),
        null,
        channel.isDevice() ? null : new ChannelUser(personal("id"), null, null),
        secret("message"),
        at(seconds + 10),
        hourlyEvents);
  }

  EscrowBootstrapToken escrows(long seconds, String token) {
    return new EscrowBootstrapToken(
        id, at(seconds), certificate, token == null ? null : secret(token), null, hourlyEvents);
  }

  Unenroll leaves(long seconds) {
    return new Unenroll(id, at(seconds), certificate, channel, secret("message"), hourlyEvents);
  }

  RecordReport idles(long seconds) {
    return new RecordReport(
        id, at(seconds), certificate, null, null, channel, Report.idle(), hourlyEvents);
  }

  /** With a certificate that has ended. */
  RecordReport idlesAfterTheEnd(long seconds, Instant end) {
    return new RecordReport(
        id, at(seconds), certificate, end, null, channel, Report.idle(), hourlyEvents);
  }

  /** While what was queued before a moment is held. */
  RecordReport idlesHeldBefore(long seconds, Instant heldBefore) {
    return new RecordReport(
        id, at(seconds), certificate, null, heldBefore, channel, Report.idle(), hourlyEvents);
  }

  RecordReport acknowledges(long seconds, String command) {
    return reports(seconds, ReportStatus.ACKNOWLEDGED, command, "CommandAcknowledged");
  }

  RecordReport isNotReady(long seconds, String command) {
    return reports(seconds, ReportStatus.NOT_NOW, command, "CommandDeferred");
  }

  /** {@code CommandFormatError} of a command whose id the device could not read either. */
  RecordReport cannotParse(long seconds, String sealedFor) {
    return reports(seconds, ReportStatus.COMMAND_FORMAT_ERROR, null, sealedFor);
  }

  RecordReport answersLate(long seconds, String command) {
    return reports(seconds, ReportStatus.ACKNOWLEDGED, command, "CommandAnsweredLate");
  }

  RecordReport reports(long seconds, ReportStatus status, String command, String sealedFor) {
    return reports(seconds, status, command, sealedFor, null, List.of());
  }

  RecordReport tells(long seconds, String command, String answers) {
    return reports(
        seconds,
        ReportStatus.ACKNOWLEDGED,
        command,
        "CommandAcknowledged",
        facts(answers),
        List.of());
  }

  RecordReport reports(
      long seconds,
      ReportStatus status,
      String command,
      String sealedFor,
      DeviceFacts facts,
      List<Secret> parts) {
    List<ErrorItem> errors =
        status == ReportStatus.ERROR
            ? List.of(new ErrorItem("MCMDMErrorDomain", 12021))
            : List.of();
    Report report =
        new Report(
            status,
            command == null ? null : CommandId.of(command),
            "ProfileList",
            errors,
            sealedReport(),
            parts,
            facts,
            sealedFor);
    return new RecordReport(
        id, at(seconds), certificate, null, null, channel, report, hourlyEvents);
  }

  CloseOversizedReport overflows(long seconds) {
    return new CloseOversizedReport(id, at(seconds), certificate, 20_000_000, "aa");
  }

  QueueCommand gets(long seconds, String command) {
    return gets(seconds, command, "ProfileList", Delivery.REPEAT);
  }

  QueueCommand gets(long seconds, String command, String requestType, Delivery delivery) {
    return gets(seconds, command, requestType, delivery, null, null, 0, false);
  }

  QueueCommand gets(
      long seconds,
      String command,
      String requestType,
      Delivery delivery,
      Instant notBefore,
      Instant expiresAt,
      int priority,
      boolean alone) {
    return new QueueCommand(
        id,
        at(seconds),
        channel,
        CommandId.of(command),
        "CustomCommand",
        requestType,
        delivery,
        "operator",
        notBefore,
        expiresAt,
        priority,
        Map.of(),
        alone,
        secret("payload"));
  }

  SealedReport sealedReport() {
    return new SealedReport(null, secret("report"), 6, 0);
  }

  DeviceFacts facts(String answers) {
    return new DeviceFacts(
        UDID,
        "C02",
        "Mac14,2",
        null,
        null,
        "macOS",
        "26.1",
        null,
        null,
        null,
        true,
        true,
        null,
        null,
        personal(answers));
  }

  Secret secret(String fingerprint) {
    return new Secret(sealed(fingerprint));
  }

  Personal personal(String fingerprint) {
    return new Personal(sealed(fingerprint));
  }

  private Sealed sealed(String fingerprint) {
    return new Sealed(generation + ".key", 1, "AAAA", fingerprint);
  }

  DeviceCertificate pinnable() {
    return new DeviceCertificate(
        certificate, START, START.plusSeconds(1), "CN=CA", "session", IdentityMode.SIGNATURE);
  }

  static DeviceIdentity identity() {
    return new DeviceIdentity(
        UDID, null, "C02", "Mac14,2", null, null, "macOS", "26.1", null, null, null, null);
  }
}
