// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import daybook.commandside.ca.Sha256;
import daybook.commandside.fake.Identity;
import daybook.commandside.fake.Shared;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.Plists;
import daybook.commandside.session.SessionName;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.Purpose;
import daybook.domain.session.SessionState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** The phases of an enrollment over the air that Apple's own recorded answer can be tried with. */
class OverTheAirTest {
  private static final String SERIAL = "ZDL2M9PTJ3";
  private static final String UDID = "78897E40-F532-5DE0-A7DC-56BAC5CEEB9C";
  private static final String SECRET =
      "8gLEIttrT7qbLOZs3XzL5XPgNXCliGwRLtn2Lfe4GBsa7g6MGm2sJjicKrLFal4D";

  private final EnrollServer server = new EnrollServer();
  private byte[] recorded;

  @BeforeEach
  void configure() throws Exception {
    recorded = Shared.fixture("zentral/ota_playload_phase_2");
    configure(ConfigurationDetails.named("all", null, null));
    server.seams.enrollments.put(
        EnrollmentId.ofUdid(UDID),
        new EnrollmentSummary(State.NONE, 0, null, null, List.of(), 1, false));
  }

  private void configure(ConfigurationDetails details) {
    var made = server.seams.configuration;
    server.seams.configuration =
        new daybook.domain.session.EnrollmentConfiguration(
            made.id(), 1, details, Sha256.hex(SECRET), made.sharedChallengeSha256(), null);
  }

  @Test
  void theFirstProfileSaysWhatADeviceIsToTellAndWhere() throws Exception {
    MockHttpServletResponse answer =
        server.get("/public/mdm/ota_enroll/" + SECRET + "/?signed=false");
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentType()).isEqualTo("application/x-apple-aspen-config");
    PlistDict profile = Plists.read(answer.getContentAsByteArray());
    assertThat(profile.text("PayloadType")).contains("Profile Service");
    PlistDict content = profile.dict("PayloadContent").orElseThrow();
    assertThat(content.text("URL")).contains("https://mdm.example.org/public/mdm/ota_enroll/");
    assertThat(content.text("Challenge")).contains(SECRET);
    assertThat(content.items("DeviceAttributes")).hasSize(6);
    assertThat(server.seams.sessions).isEmpty();
    assertThat(server.get("/public/mdm/ota_enroll/unknown/").getStatus()).isEqualTo(404);
  }

  @Test
  void whatAnApplesDeviceAnsweredGetsItACertificateToProveItselfWith() throws Exception {
    MockHttpServletResponse answer = server.answer(recorded);
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
    CMSSignedData signed = new CMSSignedData(answer.getContentAsByteArray());
    PlistDict profile = Plists.read((byte[]) signed.getSignedContent().getContent());
    PlistDict scep =
        EnrollServer.payload(profile, "com.apple.security.scep")
            .dict("PayloadContent")
            .orElseThrow();
    assertThat(profile.items("PayloadContent")).hasSize(1);
    SessionState session = server.seams.sessions.values().iterator().next();
    assertThat(session.purpose()).isEqualTo(Purpose.PROOF);
    assertThat(session.serialNumber()).isEqualTo(SERIAL);
    assertThat(session.udid()).isEqualTo(UDID);
    assertThat(session.issuer()).isEqualTo(ScepIssuerId.OWN);
    assertThat(scep.items("Subject").toString())
        .contains(SessionName.of(session.session()), SERIAL);
    assertThat(EnrollServer.challenge(profile).matches(session.challengeSha256())).isTrue();
    assertThat(session.expiresAt()).isEqualTo(server.clock.instant().plus(Duration.ofHours(1)));
  }

  @Test
  void whatIsNotSignedSoIsRefusedByName() throws Exception {
    refused("<plist/>".getBytes(), Refusal.SIGNATURE_UNREADABLE);
    byte[] altered = recorded.clone();
    String text = new String(altered, java.nio.charset.StandardCharsets.ISO_8859_1);
    altered[text.indexOf(SERIAL)] = 'X';
    refused(altered, Refusal.SIGNATURE_MISMATCH);
    Identity stranger = Identity.authority("CN=Foreign").device("CN=x");
    refused(around("<plist/>".getBytes(), stranger), Refusal.SIGNER_UNKNOWN);
    MockHttpServletResponse large = server.answer(new byte[64 * 1024 + 1]);
    assertThat(large.getStatus()).isEqualTo(413);
    assertThat(server.seams.sessions).isEmpty();
  }

  @Test
  void whoMayNotComeInIsRefusedByName() throws Exception {
    configure(listed(List.of("OTHER"), null));
    refused(recorded, Refusal.SERIAL_NUMBER_NOT_LISTED);
    configure(listed(List.of(SERIAL), List.of("OTHER")));
    refused(recorded, Refusal.UDID_NOT_LISTED);
    configure(ConfigurationDetails.named("all", null, null));
    for (Refusal why :
        List.of(
            Refusal.CONFIGURATION_UNKNOWN,
            Refusal.CONFIGURATION_REVOKED,
            Refusal.CONFIGURATION_EXPIRED,
            Refusal.QUOTA_USED_UP)) {
      server.seams.configurationRefusal = why;
      refused(recorded, why);
    }
    server.seams.configurationRefusal = null;
    when(server.blockedDevices.blocked(any(), any(), any())).thenReturn(Outcome.accepted(true));
    refused(recorded, Refusal.DEVICE_BLOCKED);
    assertThat(server.seams.sessions).isEmpty();
  }

  private static ConfigurationDetails listed(List<String> serialNumbers, List<String> udids) {
    return new ConfigurationDetails(
        "listed", "x", ScepIssuerId.OWN, null, null, null, serialNumbers, udids, null, null);
  }

  private static byte[] around(byte[] content, Identity signer) {
    return signer.around(content);
  }

  private void refused(byte[] body, Refusal reason) throws Exception {
    MockHttpServletResponse answer = server.answer(body);
    assertThat(answer.getStatus()).as(reason.name()).isEqualTo(400);
    assertThat(answer.getContentAsString())
        .startsWith(reason.name().toLowerCase(Locale.ROOT) + ": ");
  }
}
