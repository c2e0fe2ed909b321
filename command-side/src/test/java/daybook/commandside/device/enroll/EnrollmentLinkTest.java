// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.commandside.ca.Sha256;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.PlistValue;
import daybook.commandside.plist.Plists;
import daybook.commandside.session.Challenge;
import daybook.domain.Refusal;
import daybook.domain.session.SessionEvent.EnrollmentProfileServed;
import daybook.domain.session.SessionState;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;

/** What an enrollment link answers. */
class EnrollmentLinkTest {
  private static final String UNSIGNED = "?signed=false";
  private static final String SHARED = "?signed=false&shared=true";

  private final EnrollServer server = new EnrollServer();

  @Test
  void givesAProfileThatPutsTheDeviceUnderManagement() throws Exception {
    MockHttpServletResponse answer = server.get(EnrollServer.LINK + UNSIGNED);
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentType()).isEqualTo("application/x-apple-aspen-config");
    assertThat(answer.getHeader("Content-Disposition"))
        .isEqualTo("attachment; filename=\"daybook.mobileconfig\"");
    PlistDict profile = Plists.read(answer.getContentAsByteArray());
    assertThat(profile.text("PayloadIdentifier")).contains("org.example.mdm.daybook");
    assertThat(profile.values()).doesNotContainKey("PayloadScope");
    PlistDict mdm = EnrollServer.payload(profile, "com.apple.mdm");
    PlistDict scep = EnrollServer.payload(profile, "com.apple.security.scep");
    assertThat(mdm.text("PayloadIdentifier")).contains("org.example.mdm.daybook.mdm");
    assertThat(mdm.text("ServerURL")).contains("https://mdm.example.org/public/mdm/connect/");
    assertThat(mdm.text("CheckInURL")).contains("https://mdm.example.org/public/mdm/checkin/");
    assertThat(mdm.text("Topic")).contains(EnrollServer.TOPIC);
    assertThat(mdm.flag("SignMessage")).contains(true);
    assertThat(mdm.flag("CheckOutWhenRemoved")).contains(true);
    assertThat(mdm.whole("AccessRights")).contains(8191L);
    assertThat(mdm.items("ServerCapabilities"))
        .extracting(capability -> ((PlistValue.Text) capability).value())
        .containsExactly(
            "com.apple.mdm.per-user-connections",
            "com.apple.mdm.bootstraptoken",
            "com.apple.mdm.token");
    assertThat(mdm.text("IdentityCertificateUUID")).isEqualTo(scep.text("PayloadUUID"));
    PlistDict identity = scep.dict("PayloadContent").orElseThrow();
    assertThat(identity.text("URL")).contains("https://mdm.example.org/public/mdm/scep");
    assertThat(identity.whole("Keysize")).contains(2048L);
    assertThat(identity.whole("Key Usage")).contains(5L);
    assertThat(identity.flag("KeyIsExtractable")).contains(false);
  }

  @Test
  void opensASessionWithAChallengeOfItsOwnForEachDownload() throws Exception {
    Challenge first = EnrollServer.challenge(server.profile(UNSIGNED));
    Challenge second = EnrollServer.challenge(server.profile(UNSIGNED));
    assertThat(first.session()).isNotEqualTo(second.session());
    SessionState session = server.seams.sessions.get(first.session());
    assertThat(first.matches(session.challengeSha256())).isTrue();
    assertThat(session.expiresAt()).isEqualTo(server.clock.instant().plus(Duration.ofHours(24)));
    assertThat(server.seams.admitted.get(session.configuration()))
        .containsExactlyInAnyOrder(first.session(), second.session());
  }

  @Test
  void remembersWhatItServed() throws Exception {
    byte[] plist = server.get(EnrollServer.LINK + UNSIGNED).getContentAsByteArray();
    Challenge challenge = EnrollServer.challenge(Plists.read(plist));
    assertThat(server.seams.events(challenge.session().stream()))
        .filteredOn(EnrollmentProfileServed.class::isInstance)
        .singleElement()
        .extracting(event -> ((EnrollmentProfileServed) event).profile())
        .satisfies(
            served -> {
              assertThat(served.sha256()).isEqualTo(Sha256.hex(plist));
              assertThat(served.topic()).isEqualTo(EnrollServer.TOPIC);
              assertThat(served.signed()).isFalse();
            });
  }

  @Test
  void keepsTheIdentifiersAndTheManagementPayloadsUuidForEver() throws Exception {
    PlistDict first = EnrollServer.payload(server.profile(UNSIGNED), "com.apple.mdm");
    PlistDict second = EnrollServer.payload(new EnrollServer().profile(UNSIGNED), "com.apple.mdm");
    assertThat(first.text("PayloadUUID")).isEqualTo(second.text("PayloadUUID"));
    assertThat(first.text("PayloadIdentifier")).isEqualTo(second.text("PayloadIdentifier"));
  }

  @Test
  void signsTheProfileUnlessAskedNotTo() throws Exception {
    CMSSignedData signed = new CMSSignedData(server.get(EnrollServer.LINK).getContentAsByteArray());
    SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
    X509CertificateHolder certificate = signed.getCertificates().getMatches(null).iterator().next();
    assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))).isTrue();
    PlistDict profile = Plists.read((byte[]) signed.getSignedContent().getContent());
    assertThat(profile.text("PayloadType")).contains("Configuration");
  }

  @Test
  void givesTheSameSharedProfileToAll() throws Exception {
    byte[] first = server.get(EnrollServer.LINK + SHARED).getContentAsByteArray();
    server.clock.pass(Duration.ofHours(30));
    assertThat(server.get(EnrollServer.LINK + SHARED).getContentAsByteArray()).isEqualTo(first);
    Challenge challenge = EnrollServer.challenge(Plists.read(first));
    assertThat(server.seams.sessions.get(challenge.session()).challengeSha256()).isNull();
    assertThat(server.seams.configuration.sharedChallengeSha256())
        .isEqualTo(Sha256.hex(challenge.secret()));
    assertThat(server.seams.events(challenge.session().stream())).hasSize(2);
  }

  @Test
  void asksForTheProxysIdentityWhereThatIsSet() throws Exception {
    EnrollServer behindProxy =
        new EnrollServer(new EnrollSettings("https://mdm.example.org", List.of(), false), true);
    PlistDict mdm = EnrollServer.payload(behindProxy.profile(UNSIGNED), "com.apple.mdm");
    assertThat(mdm.flag("SignMessage")).contains(false);
  }

  @Test
  void opensNoSessionForWhoOnlyLooksAtTheHeaders() throws Exception {
    assertThat(server.perform(HttpMethod.HEAD, EnrollServer.LINK).getStatus()).isEqualTo(200);
    assertThat(server.seams.sessions).isEmpty();
  }

  @Test
  void saysNothingOfALinkThatIsNotThere() throws Exception {
    assertRefused(server.get("guessed"), 404, Refusal.CONFIGURATION_UNKNOWN);
  }

  @Test
  void saysThatALinkHasEnded() throws Exception {
    for (Refusal reason : List.of(Refusal.CONFIGURATION_EXPIRED, Refusal.CONFIGURATION_REVOKED)) {
      server.seams.configurationRefusal = reason;
      assertRefused(server.get(EnrollServer.LINK), 410, reason);
      server.refusals.reasons.clear();
    }
  }

  @Test
  void tellsToComeAgainWhenTooManySessionsAreOpen() throws Exception {
    server.seams.mostSessions = 1;
    server.get(EnrollServer.LINK);
    MockHttpServletResponse answer = server.get(EnrollServer.LINK);
    assertRefused(answer, 429, Refusal.SESSIONS_TOO_MANY);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("3600");
  }

  @Test
  void saysWhatIsMissingWithTheSentenceOfStartUp() throws Exception {
    server.seams.pushCertificates.clear();
    MockHttpServletResponse answer = server.get(EnrollServer.LINK);
    assertRefused(answer, 503, Refusal.PUSH_CERTIFICATE_MISSING);
    assertThat(answer.getContentAsString().strip())
        .isEqualTo(server.readiness.missing().reply().get(0).sentence())
        .contains("/api/mdm/push_certificates/");
  }

  @Test
  void needsAnHttpsAddressOutsideTheSimulation() throws Exception {
    for (String url : List.of("", "http://127.0.0.1:8080", "http://mdm.example.org")) {
      EnrollServer plain = new EnrollServer(new EnrollSettings(url, List.of(), false), false);
      assertRefused(plain, plain.get(EnrollServer.LINK), 503, Refusal.PUBLIC_URL_MISSING);
    }
  }

  @Test
  void takesPlainHttpOnTheLoopbackInTheSimulationOnly() throws Exception {
    EnrollServer simulation = new EnrollServer(new EnrollSettings("", List.of(), true), false);
    PlistDict mdm = EnrollServer.payload(simulation.profile(UNSIGNED), "com.apple.mdm");
    assertThat(mdm.text("ServerURL")).contains("http://127.0.0.1:4711/public/mdm/connect/");
    EnrollServer elsewhere =
        new EnrollServer(new EnrollSettings("http://mdm.example.org", List.of(), true), false);
    assertThat(elsewhere.get(EnrollServer.LINK).getStatus()).isEqualTo(503);
  }

  @Test
  void refusesAnAddressThatIsNone() {
    for (String wrong :
        List.of("mdm.example.org", "ftp://x", "https://x/?a=b", "https://u:p@x", "https://")) {
      assertThatThrownBy(() -> new EnrollSettings(wrong, List.of(), false))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("daybook.public_url");
    }
  }

  private void assertRefused(MockHttpServletResponse answer, int status, Refusal reason) {
    assertRefused(server, answer, status, reason);
  }

  private static void assertRefused(
      EnrollServer server, MockHttpServletResponse answer, int status, Refusal reason) {
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(answer.getContentType()).isEqualTo("text/plain;charset=UTF-8");
    assertThat(server.refusals.reasons).containsExactly(reason);
  }
}
