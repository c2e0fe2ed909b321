// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.connect;

import static daybook.commandside.fake.DeviceDoor.MAC;
import static daybook.commandside.fake.DeviceDoor.STREAM;
import static daybook.commandside.fake.DeviceDoor.UDID;
import static daybook.commandside.fake.DeviceDoor.plist;
import static daybook.commandside.fake.DeviceDoor.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import daybook.commandside.fake.DeviceDoor;
import daybook.commandside.fake.Identity;
import daybook.commandside.fake.PlainVault;
import daybook.commandside.fake.Shared;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.certificate.CertificateIntent.DescribeCertificate;
import daybook.domain.command.CommandEvent.CommandQueued;
import daybook.domain.command.CommandId;
import daybook.domain.command.CommandIntent;
import daybook.domain.command.CommandIntent.CloseOversizedReport;
import daybook.domain.command.CommandIntent.RecordReport;
import daybook.domain.command.Delivery;
import daybook.domain.command.DeviceFacts;
import daybook.domain.command.ErrorItem;
import daybook.domain.command.NextCommand;
import daybook.domain.command.Report;
import daybook.domain.command.ReportStatus;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent;
import daybook.domain.enrollment.EnrollmentIntent.UpdatePushToken;
import daybook.domain.refusal.RefusalIntent.RecordRefusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class ConnectDoorTest {
  private static final String URL = "/public/mdm/connect/";
  private static final EnrollmentId DEVICE = EnrollmentId.ofUdid(UDID);
  private static final CommandId COMMAND = CommandId.of("c-1");

  private final DeviceDoor door = new DeviceDoor("connect_limit=3MB", "connect_digest_limit=5MB");

  @BeforeEach
  void nothingWaits() {
    door.intents.on(RecordReport.class, told -> Outcome.accepted(Optional.empty()));
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void anIdleWithoutWorkEndsTheSession() throws Exception {
    say(Map.of("Status", "Idle")).andExpect(status().isOk()).andExpect(content().string(""));
    RecordReport told = only();
    assertThat(told.target().value()).isEqualTo(STREAM);
    assertThat(told.channel()).isEqualTo(Channel.DEVICE);
    assertThat(told.certificate()).isEqualTo(MAC.sha256());
    assertThat(told.report()).isEqualTo(Report.idle());
  }

  @Test
  void theNextCommandGoesOutAsItWasQueued() throws Exception {
    byte[] payload = "<plist>the very bytes</plist>".getBytes(StandardCharsets.UTF_8);
    waiting(payload);
    say(Map.of("Status", "Idle"))
        .andExpect(status().isOk())
        .andExpect(content().bytes(payload))
        .andExpect(header().string("Content-Type", "application/xml;charset=UTF-8"));
  }

  @Test
  void aCommandThatCantBeReadMakesTheDeviceComeAgain() throws Exception {
    waiting(new byte[] {1});
    door.vault.dropped = true;
    comesAgain();
    door.vault.dropped = false;
    door.log.broken = true;
    comesAgain();
    door.log.broken = false;
    door.intents.on(
        RecordReport.class,
        told -> Outcome.accepted(Optional.of(new NextCommand(CommandId.of("x"), "X", 5))));
    comesAgain();
  }

  @Test
  void eachStatusIsSealedForItsEvent() throws Exception {
    Map<String, String> events =
        Map.of(
            "Acknowledged", "CommandAcknowledged",
            "Error", "CommandFailed",
            "CommandFormatError", "CommandRefused",
            "NotNow", "CommandDeferred");
    for (Map.Entry<String, String> each : events.entrySet()) {
      say(report(each.getKey(), "ProfileList", Map.of())).andExpect(status().isOk());
      Report told = last().report();
      assertThat(told.status().word()).isEqualTo(each.getKey());
      assertThat(told.sealedFor()).isEqualTo(each.getValue());
      assertThat(told.report().secret()).isNull();
      assertThat(
              door.vault.open(
                  told.report().personal().sealed(), each.getValue(), "report.personal"))
          .isPresent();
    }
  }

  @Test
  void whatIsNotKnownToBeHarmlessIsSecret() throws Exception {
    for (String type : List.of("SecurityInfo", "Unheard", "")) {
      say(report("Acknowledged", type, Map.of())).andExpect(status().isOk());
      Report told = last().report();
      assertThat(told.report().personal()).isNull();
      assertThat(
              door.vault.open(
                  told.report().secret().sealed(), "CommandAcknowledged", "report.secret"))
          .isPresent();
      assertThat(told.requestType()).isEqualTo(type.isEmpty() ? null : type);
    }
  }

  @Test
  void aReportForAnotherEventIsSealedAgainForIt() throws Exception {
    door.intents.on(
        RecordReport.class,
        told ->
            told.report().sealedFor().equals("UnknownCommandReported")
                ? Outcome.accepted(Optional.empty())
                : Outcome.refused(Refusal.SEALED_FOR_ANOTHER_EVENT, "UnknownCommandReported"));
    say(report("Acknowledged", "ProfileList", Map.of())).andExpect(status().isOk());
    assertThat(door.intents.sent(RecordReport.class)).hasSize(2);
    assertThat(
            door.vault.open(
                last().report().report().personal().sealed(),
                "UnknownCommandReported",
                "report.personal"))
        .isPresent();
  }

  @Test
  void sealingAgainHasAnEnd() throws Exception {
    door.intents.on(
        RecordReport.class,
        told -> Outcome.refused(Refusal.SEALED_UNDER_DROPPED_KEY, "generation 2"));
    say(report("Acknowledged", "ProfileList", Map.of())).andExpect(status().isBadRequest());
    assertThat(door.intents.sent(RecordReport.class)).hasSizeBetween(2, 4);
  }

  @Test
  void aFormatErrorNeedsNoCommand() throws Exception {
    say(Map.of("Status", "CommandFormatError")).andExpect(status().isOk());
    assertThat(only().report().command()).isNull();
    assertThat(only().report().sealedFor()).isEqualTo("CommandRefused");
  }

  @Test
  void anErrorChainIsReadAndBounded() throws Exception {
    Map<String, Object> error =
        Map.of("ErrorCode", 12021, "ErrorDomain", "MCMDMErrorDomain", "LocalizedDescription", "x");
    Object[] chain = new Object[50];
    Arrays.fill(chain, error);
    say(report("Error", "DeviceLock", Map.of("ErrorChain", List.of(chain))))
        .andExpect(status().isOk());
    assertThat(last().report().errors())
        .hasSize(16)
        .containsOnly(new ErrorItem("MCMDMErrorDomain", 12021));
  }

  @Test
  void deviceInformationBecomesFacts() throws Exception {
    Map<String, Object> answers =
        Map.of(
            "DeviceName", "Ana\u2019s \ud83d\ude00",
            "OSVersion", "15.1",
            "ProductName", "Mac14,2",
            "IsSupervised", true,
            "SerialNumber", "x".repeat(300));
    say(report("Acknowledged", "DeviceInformation", Map.of("QueryResponses", answers)))
        .andExpect(status().isOk());
    DeviceFacts facts = last().report().facts();
    assertThat(facts.osVersion()).isEqualTo("15.1");
    assertThat(facts.platform()).isEqualTo("macOS");
    assertThat(facts.supervised()).isTrue();
    assertThat(facts.appleSilicon()).isNull();
    assertThat(facts.serialNumber()).isNull();
    assertThat(
            door.vault.open(
                facts.deviceName().sealed(), "DeviceInformationReported", "facts.deviceName"))
        .contains("Ana\u2019s \ud83d\ude00".getBytes(StandardCharsets.UTF_8));
    assertThat(PlainVault.plain(facts.answers().sealed()))
        .startsWith("{\"DeviceName\":\"Ana\u2019s \ud83d\ude00\",\"IsSupervised\":true,\"OS");
    assertThat(facts.answers().sealed().f()).isNotNull();
  }

  @Test
  void anAnswerWithoutProductNameSaysNothingOfThePlatform() throws Exception {
    say(report("Acknowledged", "DeviceInformation", Map.of("QueryResponses", Map.of())))
        .andExpect(status().isOk());
    assertThat(last().report().facts().platform()).isNull();
    assertThat(last().report().facts().deviceName()).isNull();
  }

  @Test
  void aReportAboveAMebibyteIsSplit() throws Exception {
    byte[] large = new byte[2_200_000];
    say(report("Acknowledged", "ProfileList", Map.of("P", large))).andExpect(status().isOk());
    Report told = last().report();
    assertThat(told.parts()).hasSize(3);
    assertThat(told.report().parts()).isEqualTo(3);
    assertThat(told.report().bytes()).isGreaterThan(2_900_000);
    assertThat(told.report().personal()).isNull();
    assertThat(told.report().secret()).isNull();
    for (Secret part : told.parts()) {
      assertThat(door.vault.open(part.sealed(), "ReportPartRecorded", "data")).isPresent();
    }
  }

  @Test
  void aUsersReportStaysOnTheUsersChannel() throws Exception {
    say(Map.of("Status", "Idle", "UserID", "U-1")).andExpect(status().isOk());
    assertThat(only().channel().isDevice()).isFalse();
  }

  @Test
  void whatIsNoReportIsRefused() throws Exception {
    refused(say(Map.of()), Refusal.FIELD_MISSING);
    refused(say(Map.of("Status", "Done")), Refusal.STATUS_UNKNOWN);
    for (String status : List.of("Acknowledged", "Error", "NotNow")) {
      refused(say(Map.of("Status", status)), Refusal.FIELD_MISSING);
    }
    refused(say(Map.of("Status", "Error", "CommandUUID", "x".repeat(181))), Refusal.FIELD_INVALID);
    refused(door.http.perform(put(URL, new byte[] {'x'})), Refusal.PLIST_UNREADABLE);
    assertThat(door.intents.sent(RecordReport.class)).isEmpty();
  }

  @Test
  void aCheckinOnThisUrlIsACheckin() throws Exception {
    byte[] body =
        plist(
            Map.of(
                "MessageType",
                "TokenUpdate",
                "UDID",
                UDID,
                "Topic",
                DeviceDoor.TOPIC,
                "Token",
                new byte[] {1},
                "PushMagic",
                "m"));
    door.http
        .perform(put(URL, body).contentType("application/x-apple-aspen-mdm-checkin"))
        .andExpect(status().isOk());
    assertThat(door.intents.sent(UpdatePushToken.class)).hasSize(1);
    refused(door.http.perform(put(URL, body)), Refusal.FIELD_MISSING);
  }

  @Test
  void anOversizedReportClosesTheCommandThatIsOut() throws Exception {
    bound(DEVICE);
    byte[] body = new byte[4 << 20];
    for (String signature :
        List.of(MAC.signature(body, "SHA256withRSA"), MAC.directSignature(body, "SHA1withRSA"))) {
      door.http
          .perform(MockMvcRequestBuilders.put(URL).content(body).header("Mdm-Signature", signature))
          .andExpect(status().isOk())
          .andExpect(content().string(""));
    }
    assertThat(door.intents.sent(CloseOversizedReport.class))
        .hasSize(2)
        .allSatisfy(
            told -> {
              assertThat(told.enrollment()).isEqualTo(DEVICE);
              assertThat(told.bytes()).isEqualTo(4 << 20);
              assertThat(told.sha256()).hasSize(64);
            });
  }

  @Test
  void anOversizedReportIsJudgedByItsSignatureToo() throws Exception {
    bound(DEVICE);
    refused(
        door.http.perform(
            MockMvcRequestBuilders.put(URL)
                .content(new byte[4 << 20])
                .header("Mdm-Signature", MAC.signature(new byte[1], "SHA256withRSA"))),
        Refusal.SIGNATURE_MISMATCH);
    assertThat(door.intents.sent(CloseOversizedReport.class)).isEmpty();
  }

  @Test
  void strangersAndReportsOverEveryLimitGetA413() throws Exception {
    bound(null);
    door.http.perform(put(URL, new byte[4 << 20])).andExpect(status().is(413));
    bound(DEVICE);
    door.http.perform(put(URL, new byte[(5 << 20) + 1])).andExpect(status().is(413));
    byte[] body = new byte[4 << 20];
    Identity stranger = Identity.authority("CN=Other").device("CN=x");
    refused(
        door.http.perform(
            MockMvcRequestBuilders.put(URL)
                .content(body)
                .header("Mdm-Signature", stranger.signature(body, "SHA256withRSA"))),
        Refusal.CERTIFICATE_UNTRUSTED);
    assertThat(door.intents.sent(CloseOversizedReport.class)).isEmpty();
    assertThat(door.vault.subjects).doesNotContain(new Subject(STREAM));
  }

  @Test
  void whatIsOverEveryLimitIsNotedAndLeavesTheDeviceEnrolled() throws Exception {
    bound(DEVICE);
    byte[] body = new byte[(5 << 20) + 1];
    for (int i = 0; i < 3; i++) {
      door.http.perform(put(URL, body)).andExpect(status().is(413));
    }
    await().until(() -> door.intents.sent(RecordRefusal.class).size() == 3);
    assertThat(door.intents.sent(RecordRefusal.class))
        .allSatisfy(
            each -> {
              assertThat(each.reason()).isEqualTo(Refusal.BODY_TOO_LARGE.name());
              assertThat(each.certificate()).isEqualTo(MAC.sha256());
            });
    assertThat(door.intents.sent)
        .noneMatch(intent -> intent instanceof EnrollmentIntent)
        .noneMatch(intent -> intent instanceof CommandIntent);
  }

  @Test
  void capturedReportsAreTold() throws Exception {
    door.http
        .perform(put(URL, Shared.fixture("nanomdm/DeviceInformation.1.plist")))
        .andExpect(status().isOk());
    assertThat(only().report().status()).isEqualTo(ReportStatus.ACKNOWLEDGED);
    assertThat(only().report().facts()).isNotNull();
  }

  @Test
  void otherMethodsAreNotAllowed() throws Exception {
    door.http
        .perform(MockMvcRequestBuilders.get("/public/mdm/connect"))
        .andExpect(status().isMethodNotAllowed())
        .andExpect(header().string("Allow", "PUT,POST"));
  }

  private void comesAgain() throws Exception {
    say(Map.of("Status", "Idle"))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().exists("Retry-After"));
  }

  private void waiting(byte[] payload) {
    Secret sealed = door.vault.secret(new Subject(STREAM), "CommandQueued", "payload", payload);
    door.log.appendAt(
        5,
        DEVICE.stream(),
        new CommandQueued(
            Channel.DEVICE,
            COMMAND,
            "CustomCommand",
            "X",
            Delivery.ONCE,
            "operator",
            null,
            null,
            0,
            Map.of(),
            sealed),
        door.clock.instant());
    door.intents.on(
        RecordReport.class,
        told -> Outcome.accepted(Optional.of(new NextCommand(COMMAND, "X", 5))));
  }

  private void bound(EnrollmentId enrollment) {
    door.intents.on(
        DescribeCertificate.class,
        ask -> Outcome.accepted(new CertificateState(null, null, null, enrollment)));
  }

  private ResultActions say(Map<String, ?> values) throws Exception {
    Map<String, Object> message = new HashMap<>(Map.of("UDID", UDID));
    message.putAll(values);
    return door.http.perform(put(URL, plist(message)));
  }

  private static Map<String, Object> report(String status, String type, Map<String, ?> more) {
    Map<String, Object> report = new HashMap<>(more);
    report.put("Status", status);
    report.put("CommandUUID", "C-1");
    report.put("RequestType", type);
    return report;
  }

  private static void refused(ResultActions answer, Refusal reason) throws Exception {
    answer
        .andExpect(status().isBadRequest())
        .andExpect(
            content()
                .string(
                    org.hamcrest.Matchers.startsWith(
                        reason.name().toLowerCase(java.util.Locale.ROOT) + ": ")));
  }

  private RecordReport only() {
    assertThat(door.intents.sent(RecordReport.class)).hasSize(1);
    return last();
  }

  private RecordReport last() {
    List<RecordReport> sent = door.intents.sent(RecordReport.class);
    return sent.get(sent.size() - 1);
  }
}
