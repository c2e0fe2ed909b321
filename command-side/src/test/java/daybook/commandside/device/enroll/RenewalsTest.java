// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.device.enroll.Renewals.Renewal;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.Plists;
import daybook.commandside.session.Challenge;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.Refusal;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.session.ConfigurationId;
import daybook.domain.session.Purpose;
import daybook.domain.session.SessionState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenewalsTest {
  private static final EnrollmentId MAC = EnrollmentId.ofUdid("mac");
  private static final Origin ORIGIN = Origin.of(Actor.policy("test"), "test");

  private static final Duration LASTS = Duration.ofHours(1);

  private final EnrollServer server = new EnrollServer();
  private PlistDict installed;

  @BeforeEach
  void enroll() throws Exception {
    installed = server.profile("?signed=false");
    server.seams.certificates.put(
        "aa",
        new CertificateState(
            EnrollServer.challenge(installed).session(), new ConfigurationId("c"), null, MAC));
    pin("aa", State.ENROLLED);
  }

  @Test
  void repeatsWhatADeviceWouldNotLetUsChange() throws Exception {
    server.seams.pushCertificates.set(
        0, EnrollServer.pushCertificate(1, "com.apple.mgmt.External.other"));
    PlistDict renewed =
        Plists.read(server.renewals.open(MAC, "aa", false, LASTS, ORIGIN).reply().profile());
    assertThat(renewed.text("PayloadIdentifier")).isEqualTo(installed.text("PayloadIdentifier"));
    assertThat(withoutIdentity(renewed)).isEqualTo(withoutIdentity(installed));
    assertThat(scep(renewed).text("PayloadIdentifier"))
        .isEqualTo(scep(installed).text("PayloadIdentifier"));
    assertThat(scep(renewed).text("PayloadUUID")).isNotEqualTo(scep(installed).text("PayloadUUID"));
  }

  @Test
  void opensASessionForThisEnrollmentAlone() {
    Renewal renewal = server.renewals.open(MAC, "aa", false, LASTS, ORIGIN).reply();
    Challenge challenge = EnrollServer.challenge(Plists.read(renewal.profile()));
    SessionState session = server.seams.sessions.get(renewal.session());
    assertThat(session.purpose()).isEqualTo(Purpose.RENEWAL);
    assertThat(session.renews()).isEqualTo(MAC);
    assertThat(challenge.session()).isEqualTo(renewal.session());
    assertThat(challenge.matches(session.challengeSha256())).isTrue();
  }

  @Test
  void renewsAgainFromARenewal() {
    Renewal first = server.renewals.open(MAC, "aa", false, LASTS, ORIGIN).reply();
    server.seams.certificates.put(
        "bb", new CertificateState(first.session(), new ConfigurationId("c"), MAC, MAC));
    pin("bb", State.ENROLLED);
    PlistDict second =
        Plists.read(server.renewals.open(MAC, "bb", false, LASTS, ORIGIN).reply().profile());
    assertThat(withoutIdentity(second)).isEqualTo(withoutIdentity(installed));
  }

  @Test
  void renewsOnlyWhoIsEnrolledWithAnIdentityOfOurs() {
    pin("aa", State.UNENROLLED);
    assertRefused("aa", Refusal.NOT_ENROLLED);
    pin("foreign", State.ENROLLED);
    assertRefused("foreign", Refusal.CERTIFICATE_UNTRUSTED);
  }

  @Test
  void renewsNoCertificateThatWasReplacedMeanwhile() {
    pin("bb", State.ENROLLED);
    assertRefused("aa", Refusal.CERTIFICATE_REPLACED);
  }

  private void assertRefused(String replaces, Refusal reason) {
    assertThat(
            server
                .renewals
                .open(MAC, replaces, false, LASTS, ORIGIN)
                .refusal()
                .orElseThrow()
                .reason())
        .isEqualTo(reason);
  }

  private void pin(String sha256, State state) {
    server.seams.enrollments.put(
        MAC, new EnrollmentSummary(state, 1, sha256, EnrollServer.TOPIC, List.of(), 1, false));
  }

  private static PlistDict scep(PlistDict profile) {
    return EnrollServer.payload(profile, "com.apple.security.scep");
  }

  private static Map<String, Object> withoutIdentity(PlistDict profile) {
    var mdm = new TreeMap<String, Object>(EnrollServer.payload(profile, "com.apple.mdm").values());
    mdm.remove("IdentityCertificateUUID");
    return mdm;
  }
}
