// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import static daybook.commandside.fake.DeviceDoor.CONFIGURATION;
import static daybook.commandside.fake.DeviceDoor.MAC;
import static daybook.commandside.fake.DeviceDoor.SESSION;
import static daybook.commandside.fake.DeviceDoor.TOPIC;
import static daybook.commandside.fake.DeviceDoor.UDID;
import static daybook.commandside.fake.DeviceDoor.plist;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.fake.DeviceDoor;
import daybook.domain.Intent;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.certificate.CertificateIntent.BindCertificate;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.certificate.CertificateIntent.DescribeCertificate;
import daybook.domain.certificate.CertificateIntent.RegisterCertificate;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentIntent.StartEnrollment;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfigurationIntent.DescribeConfiguration;
import daybook.domain.session.EnrollmentConfigurationIntent.ReserveEnrollment;
import daybook.domain.session.PresentedCertificate;
import daybook.domain.session.Purpose;
import daybook.domain.session.SessionIntent.DescribeSession;
import daybook.domain.session.SessionIntent.PresentCertificate;
import daybook.domain.session.SessionState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whom the enrollment configuration lets in, and what certificates of other issuers are worth. */
class AdmissionAtTheDoorTest {
  private static final ScepIssuerId OTHERS =
      new ScepIssuerId("fa1538a4-b93d-4b5b-96bf-1faf52dd957a");
  private static final String SERIAL = "F70JJ7PT8C";

  private final DeviceDoor door = new DeviceDoor();

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void aDeviceThatIsListedIsLetIn() throws Exception {
    configured(DeviceDoor.configuration(List.of("X", SERIAL), List.of(UDID.toUpperCase())));
    assertThat(authenticate().getStatus()).isEqualTo(200);
    configured(DeviceDoor.configuration(List.of(), List.of()));
    assertThat(authenticate().getStatus()).isEqualTo(200);
  }

  @Test
  void aDeviceThatIsNotListedIsRefusedAndLeavesNoTrace() throws Exception {
    configured(DeviceDoor.configuration(List.of("X"), null));
    refused(Refusal.SERIAL_NUMBER_NOT_LISTED);
    configured(DeviceDoor.configuration(null, List.of("X")));
    refused(Refusal.UDID_NOT_LISTED);
  }

  @Test
  void whoComesAfterTheRevocationIsRefused() throws Exception {
    ConfigurationState used = DeviceDoor.configuration(null, null);
    configured(
        new ConfigurationState(
            used.configuration(), 1, 0, door.clock.instant(), used.createdAt(), used.updatedAt()));
    refused(Refusal.CONFIGURATION_REVOKED);
  }

  @Test
  void whoIsInIsNotJudgedAgain() throws Exception {
    configured(DeviceDoor.configuration(List.of("X"), null));
    EnrollmentId self = EnrollmentId.ofUdid(UDID);
    certificate(new CertificateState(SESSION, CONFIGURATION, null, self));
    assertThat(authenticate().getStatus()).isEqualTo(200);
    certificate(new CertificateState(SESSION, CONFIGURATION, self, null));
    assertThat(authenticate().getStatus()).isEqualTo(200);
  }

  @Test
  void aCertificateOfAnotherIssuerThatNamesItsSessionIsCountedPresentedRegisteredAndBound()
      throws Exception {
    unregistered();
    session(OTHERS, null);
    assertThat(authenticate().getStatus()).isEqualTo(200);
    assertThat(door.intents.sent(ReserveEnrollment.class).get(0).session()).isEqualTo(SESSION);
    PresentCertificate told = door.intents.sent(PresentCertificate.class).get(0);
    assertThat(told.certificate().sha256()).isEqualTo(MAC.sha256());
    assertThat(told.certificate().enrollment()).isEqualTo(EnrollmentId.ofUdid(UDID));
    RegisterCertificate registered = door.intents.sent(RegisterCertificate.class).get(0);
    assertThat(registered.session()).isEqualTo(SESSION);
    assertThat(registered.configuration()).isEqualTo(CONFIGURATION);
    assertThat(registered.renews()).isNull();
    StartEnrollment start = door.intents.sent(StartEnrollment.class).get(0);
    assertThat(start.configuration()).isEqualTo(CONFIGURATION.value());
    assertThat(order())
        .containsSubsequence(
            ReserveEnrollment.class,
            PresentCertificate.class,
            RegisterCertificate.class,
            BindCertificate.class,
            StartEnrollment.class);
  }

  @Test
  void aStepThatWasTakenBeforeACrashIsNotCountedAgain() throws Exception {
    unregistered();
    session(OTHERS, new PresentedCertificate(MAC.sha256(), "CN=x", EnrollmentId.ofUdid(UDID)));
    assertThat(authenticate().getStatus()).isEqualTo(200);
    assertThat(door.intents.sent(ReserveEnrollment.class)).isEmpty();
    assertThat(door.intents.sent(RegisterCertificate.class)).hasSize(1);
  }

  @Test
  void aSessionIsForOneCertificateAndOneDevice() throws Exception {
    unregistered();
    session(OTHERS, new PresentedCertificate("another", "CN=x", EnrollmentId.ofUdid(UDID)));
    refused(Refusal.SESSION_SPENT);
    session(OTHERS, new PresentedCertificate(MAC.sha256(), "CN=x", EnrollmentId.ofUdid("OTHER")));
    refused(Refusal.SESSION_SPENT);
  }

  @Test
  void whatNobodyWasSentToAnotherIssuerForIsRefused() throws Exception {
    unregistered();
    session(ScepIssuerId.OWN, null);
    refused(Refusal.CERTIFICATE_OF_ANOTHER_ISSUER);
    door.intents.on(
        DescribeSession.class, ask -> Outcome.refused(Refusal.SESSION_UNKNOWN, "unknown"));
    refused(Refusal.SESSION_UNKNOWN);
    session(OTHERS, null);
    door.clock.advance(Duration.ofDays(2));
    refused(Refusal.SESSION_EXPIRED);
  }

  @Test
  void aCertificateThatWasMadeForASerialNumberEnrollsNoOtherDevice() throws Exception {
    session(Purpose.ENROLLMENT, ScepIssuerId.OWN, "ANOTHER", null);
    refused(Refusal.CERTIFICATE_OF_ANOTHER_DEVICE);
    session(Purpose.ENROLLMENT, ScepIssuerId.OWN, SERIAL, null);
    assertThat(authenticate().getStatus()).isEqualTo(200);
  }

  @Test
  void theCertificateOfAProofEnrollsNobody() throws Exception {
    unregistered();
    for (ScepIssuerId issuer : List.of(OTHERS, ScepIssuerId.OWN)) {
      session(Purpose.PROOF, issuer, SERIAL, null);
      refused(Refusal.SESSION_UNKNOWN);
    }
  }

  @Test
  void aUsedUpQuotaHoldsForCertificatesOfOtherIssuersToo() throws Exception {
    unregistered();
    session(OTHERS, null);
    door.intents.on(
        ReserveEnrollment.class, tell -> Outcome.refused(Refusal.QUOTA_USED_UP, "conf"));
    refused(Refusal.QUOTA_USED_UP);
    assertThat(door.intents.sent(PresentCertificate.class)).isEmpty();
  }

  private void configured(ConfigurationState state) {
    door.intents.on(DescribeConfiguration.class, ask -> Outcome.accepted(state));
  }

  private void certificate(CertificateState state) {
    door.intents.on(DescribeCertificate.class, ask -> Outcome.accepted(state));
  }

  private void unregistered() {
    certificate(new CertificateState(null, null, null, null));
  }

  private void session(ScepIssuerId issuer, PresentedCertificate presented) {
    session(Purpose.ENROLLMENT, issuer, null, presented);
  }

  private void session(
      Purpose purpose, ScepIssuerId issuer, String serialNumber, PresentedCertificate presented) {
    SessionState state =
        new SessionState(
            SESSION,
            purpose,
            CONFIGURATION,
            null,
            issuer,
            null,
            serialNumber,
            null,
            door.clock.instant().plus(Duration.ofDays(1)),
            null,
            presented,
            null);
    door.intents.on(DescribeSession.class, ask -> Outcome.accepted(state));
  }

  private MockHttpServletResponse authenticate() throws Exception {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("MessageType", "Authenticate");
    message.put("UDID", UDID);
    message.put("Topic", TOPIC);
    message.put("SerialNumber", SERIAL);
    return door.http
        .perform(DeviceDoor.put("/public/mdm/checkin/", plist(message)))
        .andReturn()
        .getResponse();
  }

  private void refused(Refusal reason) throws Exception {
    MockHttpServletResponse answer = authenticate();
    assertThat(answer.getStatus()).as(reason.name()).isEqualTo(400);
    assertThat(answer.getContentAsString())
        .startsWith(reason.name().toLowerCase(Locale.ROOT) + ": ");
    assertThat(door.intents.sent(BindCertificate.class)).isEmpty();
    assertThat(door.intents.sent(StartEnrollment.class)).isEmpty();
  }

  private List<Class<?>> order() {
    return door.intents.sent.stream().<Class<?>>map(Intent::getClass).toList();
  }
}
