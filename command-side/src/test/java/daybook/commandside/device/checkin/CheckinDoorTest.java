// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import static daybook.commandside.fake.DeviceDoor.MAC;
import static daybook.commandside.fake.DeviceDoor.STREAM;
import static daybook.commandside.fake.DeviceDoor.TOPIC;
import static daybook.commandside.fake.DeviceDoor.UDID;
import static daybook.commandside.fake.DeviceDoor.plist;
import static daybook.commandside.fake.DeviceDoor.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import daybook.commandside.fake.DeviceDoor;
import daybook.commandside.fake.PlainVault;
import daybook.commandside.fake.Shared;
import daybook.commandside.plist.Plists;
import daybook.domain.Actor;
import daybook.domain.Intent;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.Secret;
import daybook.domain.StreamId;
import daybook.domain.Subject;
import daybook.domain.certificate.CertificateIntent.BindCertificate;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.certificate.CertificateIntent.DescribeCertificate;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent.DeclineCheckin;
import daybook.domain.enrollment.EnrollmentIntent.DeclineUser;
import daybook.domain.enrollment.EnrollmentIntent.DescribeEnrollment;
import daybook.domain.enrollment.EnrollmentIntent.RenewIdentity;
import daybook.domain.enrollment.EnrollmentIntent.StartEnrollment;
import daybook.domain.enrollment.EnrollmentIntent.Unenroll;
import daybook.domain.enrollment.EnrollmentIntent.UpdatePushToken;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.escrow.EscrowEvent.BootstrapTokenEscrowed;
import daybook.domain.escrow.EscrowIntent.EscrowBootstrapToken;
import daybook.domain.escrow.EscrowIntent.ReleaseBootstrapToken;
import daybook.domain.number.NumberIntent.ReserveNumbers;
import daybook.domain.refusal.RefusalIntent.RecordRefusal;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.SessionEvent.RenewalSessionOpened;
import daybook.domain.session.SessionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class CheckinDoorTest {
  private static final String URL = "/public/mdm/checkin/";
  private static final String USER = "AAAAAAAA-0000-0000-0000-00000000000B";

  private final DeviceDoor door = new DeviceDoor();

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void aNewDeviceIsBoundAndThenStarted() throws Exception {
    unknownDevice();
    say(authenticate()).andExpect(status().isOk()).andExpect(content().string(""));
    StartEnrollment start = only(StartEnrollment.class);
    assertThat(start.target().value()).isEqualTo(STREAM);
    assertThat(start.number()).isEqualTo(7);
    assertThat(start.certificate().sha256()).isEqualTo(MAC.sha256());
    assertThat(start.certificate().session()).isEqualTo(DeviceDoor.SESSION.value());
    assertThat(start.identity().udid()).isEqualTo(UDID);
    assertThat(start.identity().platform()).isEqualTo("iPadOS");
    assertThat(PlainVault.plain(start.identity().deviceName().sealed())).isEqualTo("Ana\u2019s");
    assertThat(PlainVault.plain(start.message().sealed())).contains("Authenticate");
    assertThat(door.vault.open(start.message().sealed(), "EnrollmentStarted", "message"))
        .isPresent();
    assertThat(
            door.vault.open(
                start.identity().deviceName().sealed(), "EnrollmentStarted", "identity.deviceName"))
        .isPresent();
    List<Class<?>> told = new java.util.ArrayList<>();
    door.intents.sent.forEach(intent -> told.add(intent.getClass()));
    assertThat(told.indexOf(BindCertificate.class)).isLessThan(told.indexOf(StartEnrollment.class));
    Origin origin = door.intents.originOf(StartEnrollment.class);
    assertThat(origin.actor().kind()).isEqualTo(Actor.Kind.DEVICE);
    assertThat(origin.remoteAddress()).isNotNull();
  }

  @Test
  void aDeviceWithANumberKeepsIt() throws Exception {
    say(authenticate()).andExpect(status().isOk());
    assertThat(only(StartEnrollment.class).number()).isEqualTo(42);
    assertThat(door.intents.sent(ReserveNumbers.class)).isEmpty();
  }

  @Test
  void aCertificateOfOursNamesItsSessionAndConfiguration() throws Exception {
    certificate(new CertificateState(new SessionId("s1"), new ConfigurationId("c1"), null, null));
    say(authenticate()).andExpect(status().isOk());
    assertThat(only(StartEnrollment.class).certificate().session()).isEqualTo("s1");
    assertThat(only(StartEnrollment.class).configuration()).isEqualTo("c1");
  }

  @Test
  void aCertificateIssuedForItsRenewalRenewsTheIdentity() throws Exception {
    EnrollmentId self = EnrollmentId.ofUdid(UDID);
    certificate(new CertificateState(new SessionId("s"), null, self, null));
    door.log.append(
        new SessionId("s").stream(),
        new RenewalSessionOpened(self, null, null, "former", null, door.clock.instant()),
        door.clock.instant());
    say(authenticate()).andExpect(status().isOk());
    assertThat(only(RenewIdentity.class).replaces()).isEqualTo("former");
    assertThat(only(RenewIdentity.class).certificate().session()).isEqualTo("s");
    assertThat(door.intents.sent(StartEnrollment.class)).isEmpty();
    assertThat(
            door.vault.open(
                only(RenewIdentity.class).message().sealed(), "IdentityRenewed", "message"))
        .isPresent();
  }

  @Test
  void aCertificateOfAnotherDeviceIsRefusedBeforeAnyKeyIsMade() throws Exception {
    EnrollmentId other = EnrollmentId.ofUdid("OTHER");
    for (CertificateState state :
        List.of(
            new CertificateState(null, null, null, other),
            new CertificateState(new SessionId("s"), null, other, null))) {
      certificate(state);
      refused(say(authenticate()), Refusal.CERTIFICATE_OF_ANOTHER_DEVICE);
    }
    assertThat(door.intents.sent(BindCertificate.class)).isEmpty();
    assertThat(door.vault.subjects).doesNotContain(new Subject(STREAM));
  }

  @Test
  void anUnknownTopicIsRefused() throws Exception {
    Map<String, Object> message = authenticate();
    message.put("Topic", "com.apple.mgmt.other");
    refused(say(message), Refusal.TOPIC_UNKNOWN);
    assertThat(door.intents.sent(BindCertificate.class)).isEmpty();
  }

  @Test
  void withoutANumberTheDeviceComesAgain() throws Exception {
    unknownDevice();
    door.intents.on(ReserveNumbers.class, i -> Outcome.refused(Refusal.STORE_UNAVAILABLE, "down"));
    say(authenticate())
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().exists("Retry-After"));
  }

  @Test
  void authenticateOfAUserIsRefused() throws Exception {
    Map<String, Object> message = authenticate();
    message.put("UserID", USER);
    refused(say(message), Refusal.FIELD_INVALID);
  }

  @Test
  void aTokenUpdateIsSealedFieldByField() throws Exception {
    say(tokenUpdate(Map.of("UnlockToken", new byte[] {5}, "AwaitingConfiguration", true)))
        .andExpect(status().isOk());
    UpdatePushToken told = only(UpdatePushToken.class);
    assertThat(told.channel()).isEqualTo(Channel.DEVICE);
    assertThat(told.user()).isNull();
    assertThat(told.awaitingConfiguration()).isTrue();
    assertThat(told.certificate()).isEqualTo(MAC.sha256());
    assertThat(told.pushAfter()).isEqualTo(door.clock.instant().plusSeconds(10));
    assertThat(door.vault.open(told.token().sealed(), "PushTokenChanged", "token"))
        .contains(new byte[] {1, 2});
    assertThat(door.vault.open(told.magic().sealed(), "PushTokenChanged", "magic"))
        .contains("magic".getBytes());
    assertThat(door.vault.open(told.unlockToken().sealed(), "UnlockTokenEscrowed", "token"))
        .contains(new byte[] {5});
    assertThat(told.token().sealed().f()).isNotNull();
    assertThat(told.magic().sealed().f()).isNotNull();
    assertThat(told.unlockToken().sealed().f()).isNotNull();
  }

  @Test
  void aUserHasAChannelOfItsOwnThatIsNoName() throws Exception {
    say(tokenUpdate(Map.of("UserID", USER, "UserShortName", "ana", "UserLongName", "Ana A")))
        .andExpect(status().isOk());
    UpdatePushToken told = only(UpdatePushToken.class);
    assertThat(told.channel().isDevice()).isFalse();
    assertThat(told.channel().value()).startsWith("user-").doesNotContain(USER);
    assertThat(PlainVault.plain(told.user().userId().sealed())).isEqualTo(USER);
    assertThat(door.vault.open(told.user().userId().sealed(), "PushTokenChanged", "userId"))
        .isPresent();
    say(tokenUpdate(Map.of("UserID", USER.toLowerCase(java.util.Locale.ROOT))))
        .andExpect(status().isOk());
    assertThat(door.intents.sent(UpdatePushToken.class).get(1).channel()).isEqualTo(told.channel());
  }

  @Test
  void usersOfASharedIpadAreToldApartByShortName() throws Exception {
    String all = "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF";
    say(tokenUpdate(Map.of("UserID", all, "UserShortName", "ana"))).andExpect(status().isOk());
    say(tokenUpdate(Map.of("UserID", all, "UserShortName", "ben"))).andExpect(status().isOk());
    List<UpdatePushToken> told = door.intents.sent(UpdatePushToken.class);
    assertThat(told.get(0).channel()).isNotEqualTo(told.get(1).channel());
    refused(say(tokenUpdate(Map.of("UserID", all))), Refusal.FIELD_MISSING);
  }

  @Test
  void aUserEnrollmentIsNamedByItsEnrollmentIdUnlessItHasAUdid() throws Exception {
    Map<String, Object> message = tokenUpdate(Map.of("EnrollmentID", "e-1"));
    say(message).andExpect(status().isOk());
    message.remove("UDID");
    message.put("EnrollmentUserID", "u-1");
    say(message).andExpect(status().isOk());
    List<UpdatePushToken> told = door.intents.sent(UpdatePushToken.class);
    assertThat(told.get(0).target().value()).isEqualTo(STREAM);
    assertThat(told.get(1).target().value()).isEqualTo("enrollment:e-1");
    assertThat(told.get(1).channel().isDevice()).isFalse();
  }

  @Test
  void theOtherMessagesTellTheirIntents() throws Exception {
    say(message("CheckOut", Map.of())).andExpect(status().isOk());
    assertThat(
            door.vault.open(only(Unenroll.class).message().sealed(), "DeviceUnenrolled", "message"))
        .isPresent();
    say(message("SetBootstrapToken", Map.of("BootstrapToken", new byte[] {3})))
        .andExpect(status().isOk());
    assertThat(
            door.vault.open(
                only(EscrowBootstrapToken.class).token().sealed(),
                "BootstrapTokenEscrowed",
                "token"))
        .contains(new byte[] {3});
    Secret kept = only(EscrowBootstrapToken.class).token();
    door.log.appendAt(
        9,
        EnrollmentId.ofUdid(UDID).stream(),
        new BootstrapTokenEscrowed(kept, null),
        door.clock.instant());
    door.intents.on(ReleaseBootstrapToken.class, ask -> Outcome.accepted(Optional.<Long>empty()));
    assertThat(bootstrapToken()).isEmpty();
    door.intents.on(ReleaseBootstrapToken.class, ask -> Outcome.accepted(Optional.of(9L)));
    assertThat(bootstrapToken()).containsExactly(3);
    say(message("UserAuthenticate", Map.of("UserID", USER))).andExpect(status().isGone());
    assertThat(only(DeclineUser.class).channel().isDevice()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "absent"})
  void anEmptyOrAbsentBootstrapTokenTakesItBack(String how) throws Exception {
    say(message(
            "SetBootstrapToken", how.isEmpty() ? Map.of("BootstrapToken", new byte[0]) : Map.of()))
        .andExpect(status().isOk());
    assertThat(only(EscrowBootstrapToken.class).token()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DeclarativeManagement", "GetToken", "ReturnToService", "SomethingNew"})
  void whatIsNotServedIsAnEventAndA400(String type) throws Exception {
    say(message(type, Map.of())).andExpect(status().isBadRequest());
    assertThat(only(DeclineCheckin.class).messageType()).isEqualTo(type);
  }

  @Test
  void strangeFieldsAreNamed() throws Exception {
    refused(say(message("TokenUpdate", Map.of("UDID", "a/b"))), Refusal.FIELD_INVALID)
        .andExpect(content().string(org.hamcrest.Matchers.containsString("UDID")));
    refused(say(message("TokenUpdate", Map.of("Topic", TOPIC))), Refusal.FIELD_MISSING)
        .andExpect(content().string(org.hamcrest.Matchers.containsString("Token")));
    refused(say(message("<script>", Map.of())), Refusal.FIELD_INVALID);
    refused(say(tokenUpdate(Map.of("Token", new byte[5000]))), Refusal.FIELD_INVALID);
    Map<String, Object> nobody = authenticate();
    nobody.remove("UDID");
    refused(say(nobody), Refusal.FIELD_MISSING);
    refused(sayBytes("rubbish".getBytes()), Refusal.PLIST_UNREADABLE);
  }

  @Test
  void aDeviceThatNeverEnrolledGetsNoKeys() throws Exception {
    unknownDevice();
    refused(say(tokenUpdate(Map.of())), Refusal.NOT_ENROLLED);
    assertThat(door.vault.subjects).doesNotContain(new Subject(STREAM));
  }

  @Test
  void whatWasSealedUnderADroppedKeyIsSealedAgainOnce() throws Exception {
    door.intents.on(
        UpdatePushToken.class,
        told ->
            door.intents.sent(UpdatePushToken.class).size() == 1
                ? Outcome.refused(Refusal.SEALED_UNDER_DROPPED_KEY, "generation 2")
                : Outcome.accepted());
    say(tokenUpdate(Map.of())).andExpect(status().isOk());
    assertThat(door.intents.sent(UpdatePushToken.class)).hasSize(2);
    door.intents.on(
        UpdatePushToken.class,
        told -> Outcome.refused(Refusal.SEALED_UNDER_DROPPED_KEY, "generation 2"));
    say(tokenUpdate(Map.of())).andExpect(status().isBadRequest());
    assertThat(door.intents.sent(UpdatePushToken.class)).hasSize(4);
  }

  @Test
  void troubleOfOurOwnIsA503AndNoRefusalIsRecorded() throws Exception {
    door.intents.on(UpdatePushToken.class, told -> Outcome.refused(Refusal.BUSY, "busy"));
    say(tokenUpdate(Map.of()))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().exists("Retry-After"));
    door.close();
    assertThat(door.intents.sent(RecordRefusal.class)).isEmpty();
  }

  @Test
  void aRefusalOfAProvenCallerIsRecordedWithItsCertificate() throws Exception {
    door.intents.on(
        UpdatePushToken.class,
        told -> Outcome.refused(Refusal.CERTIFICATE_NOT_PINNED, "another is pinned"));
    say(tokenUpdate(Map.of())).andExpect(status().isBadRequest());
    await()
        .untilAsserted(
            () ->
                assertThat(door.intents.sent(RecordRefusal.class))
                    .singleElement()
                    .satisfies(
                        recorded -> {
                          assertThat(recorded.reason()).isEqualTo("CERTIFICATE_NOT_PINNED");
                          assertThat(recorded.certificate()).isEqualTo(MAC.sha256());
                          assertThat(recorded.door()).isEqualTo("checkin");
                        }));
  }

  @Test
  void aBodyOverTheLimitIsA413() throws Exception {
    byte[] body = new byte[(1 << 20) + 1];
    door.http.perform(put(URL, body)).andExpect(status().is(413));
  }

  @Test
  void theUrlHasTwoFormsAndTwoMethods() throws Exception {
    byte[] body = plist(tokenUpdate(Map.of()));
    String signature = MAC.signature(body, "SHA1withRSA");
    for (String url : List.of("/public/mdm/checkin", URL)) {
      for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.POST)) {
        door.http
            .perform(request(method, url).content(body).header("Mdm-Signature", signature))
            .andExpect(status().isOk());
      }
      for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.DELETE, HttpMethod.PATCH)) {
        door.http
            .perform(request(method, url))
            .andExpect(status().isMethodNotAllowed())
            .andExpect(header().string("Allow", "PUT,POST"));
      }
    }
  }

  @Test
  void contentTypesOfDevicesAreTakenAndOthersRefused() throws Exception {
    byte[] body = plist(tokenUpdate(Map.of()));
    for (String type :
        List.of(
            "application/x-apple-aspen-mdm-checkin",
            "application/x-apple-aspen-mdm-checkin; charset=UTF-8",
            "application/x-apple-aspen-mdm",
            "text/xml",
            "application/octet-stream")) {
      door.http.perform(put(URL, body).contentType(type)).andExpect(status().isOk());
    }
    refused(
        door.http.perform(put(URL, body).contentType("application/json")),
        Refusal.CONTENT_TYPE_UNSUPPORTED);
  }

  @Test
  void strangersGetA400() throws Exception {
    door.http
        .perform(MockMvcRequestBuilders.put(URL).content(plist(authenticate())))
        .andExpect(status().isBadRequest());
    refused(
        door.http.perform(
            MockMvcRequestBuilders.put(URL)
                .content(plist(authenticate()))
                .header("Mdm-Signature", "rubbish")),
        Refusal.SIGNATURE_UNREADABLE);
    assertThat(door.vault.subjects).doesNotContain(new Subject(STREAM));
  }

  @Test
  void capturedMessagesAreTold() throws Exception {
    byte[] authenticate = Shared.fixture("nanomdm/Authenticate.1.plist");
    refused(sayBytes(authenticate), Refusal.TOPIC_UNKNOWN);
    sayBytes(Shared.fixture("nanomdm/TokenUpdate.1.plist")).andExpect(status().isOk());
    assertThat(only(UpdatePushToken.class).unlockToken()).isNotNull();
    sayBytes(Shared.fixture("nanomdm/TokenUpdate.2.plist")).andExpect(status().isOk());
  }

  @Test
  void aDeviceThatWasBlockedUnderAnotherUdidIsKnownByItsSerialNumber() throws Exception {
    StreamId other = new StreamId("enrollment:OTHER");
    door.bySerialNumber.put("C02", List.of(other));
    door.intents.on(
        DescribeEnrollment.class,
        ask ->
            Outcome.accepted(
                ask.enrollment().stream().equals(other)
                    ? new EnrollmentSummary(State.UNENROLLED, 1, "c", TOPIC, List.of(), 1, true)
                    : new EnrollmentSummary(State.NONE, 0, null, null, List.of(), 1, false)));
    Map<String, Object> message = new java.util.HashMap<>(authenticate());
    message.put("SerialNumber", "C02");
    say(message)
        .andExpect(status().isUnauthorized())
        .andExpect(content().string("device_blocked: blocked by an operator\n"));
    assertThat(door.intents.sent(BindCertificate.class)).isEmpty();
  }

  private void unknownDevice() {
    door.intents.on(
        DescribeEnrollment.class,
        ask ->
            Outcome.accepted(
                new EnrollmentSummary(State.NONE, 0, null, null, List.of(), 1, false)));
  }

  private void certificate(CertificateState state) {
    door.intents.on(DescribeCertificate.class, ask -> Outcome.accepted(state));
  }

  private ResultActions say(Map<String, ?> message) throws Exception {
    return sayBytes(plist(message));
  }

  private ResultActions sayBytes(byte[] body) throws Exception {
    return door.http.perform(put(URL, body));
  }

  private static ResultActions refused(ResultActions answer, Refusal reason) throws Exception {
    return answer
        .andExpect(status().isBadRequest())
        .andExpect(
            content()
                .string(
                    org.hamcrest.Matchers.startsWith(
                        reason.name().toLowerCase(java.util.Locale.ROOT) + ": ")));
  }

  private byte[] bootstrapToken() throws Exception {
    byte[] answer =
        say(message("GetBootstrapToken", Map.of()))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    return Plists.read(answer).data("BootstrapToken").orElseThrow();
  }

  private <I extends Intent<?>> I only(Class<I> type) {
    List<I> sent = door.intents.sent(type);
    assertThat(sent).hasSize(1);
    return sent.get(0);
  }

  private static Map<String, Object> message(String type, Map<String, ?> more) {
    Map<String, Object> message = new HashMap<>(Map.of("MessageType", type, "UDID", UDID));
    message.putAll(more);
    return message;
  }

  private static Map<String, Object> authenticate() {
    return message(
        "Authenticate",
        Map.of(
            "Topic", TOPIC,
            "ProductName", "iPad2,5",
            "DeviceName", "Ana\u2019s",
            "SerialNumber", "F5J"));
  }

  private static Map<String, Object> tokenUpdate(Map<String, ?> more) {
    Map<String, Object> message =
        message(
            "TokenUpdate",
            Map.of("Topic", TOPIC, "Token", new byte[] {1, 2}, "PushMagic", "magic"));
    message.putAll(more);
    return message;
  }
}
