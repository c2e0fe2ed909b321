// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.ca.Sha256;
import daybook.domain.Refusal;
import daybook.domain.certificate.CertificateIntent.CertificateState;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.EnrollmentSummary;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.session.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** A device that has an identity of ours asks for the next one, signed by the one it has. */
class ScepRenewalTest {
  private static final EnrollmentId MAC = EnrollmentId.ofUdid("mac");

  private final ScepServer server = new ScepServer();
  private X509CertificateHolder first;
  private ScepClient device;

  @BeforeEach
  void enroll() throws Exception {
    Sessions.configure(server, 1);
    ScepClient client = new ScepClient(server, Sessions.open(server).text());
    first = certificate(server.post(client.request()), client);
    bind(first);
    pin(first, State.ENROLLED);
    device = new ScepClient(server, null);
    device.signer = first;
    device.signerKey = client.key.getPrivate();
    device.key = ScepClient.rsa(2048);
    device.cipher = CMSAlgorithm.AES128_CBC;
    device.digest = "SHA256";
    device.transaction = "renewal";
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "19"})
  void issuesForTheSameEnrollmentWithoutTouchingTheQuota(String messageType) throws Exception {
    device.messageType = messageType;
    X509CertificateHolder second = certificate(server.post(device.request()), device);
    CertificateState known = server.seams.certificates.get(hash(second));
    assertThat(known.renews()).isEqualTo(MAC);
    assertThat(known.configuration()).isEqualTo(Sessions.CONFIGURATION);
    assertThat(server.seams.sessions.get(known.session()).purpose()).isEqualTo(Purpose.RENEWAL);
    assertThat(server.seams.reserved.get(Sessions.CONFIGURATION)).hasSize(1);
    assertThat(server.seams.events(known.session().stream()).toString())
        .contains(Sessions.PROFILE.serverUrl());
  }

  @Test
  void answersARepeatWithTheSameCertificate() throws Exception {
    device.messageType = "17";
    X509CertificateHolder second = certificate(server.post(device.request()), device);
    assertThat(certificate(server.post(device.request()), device)).isEqualTo(second);
    assertThat(server.seams.sessions).hasSize(2);
  }

  @Test
  void refusesACertificateThatWasReplaced() throws Exception {
    device.messageType = "17";
    pin(certificate(server.post(device.request()), device), State.ENROLLED);
    device.key = ScepClient.rsa(2048);
    assertRefused(Refusal.CERTIFICATE_REPLACED);
  }

  @Test
  void refusesACertificateThatNoEnrollmentUses() throws Exception {
    server.seams.certificates.put(
        hash(first),
        new CertificateState(
            server.seams.sessions.keySet().iterator().next(), Sessions.CONFIGURATION, null, null));
    assertRefused(Refusal.CERTIFICATE_NOT_PINNED);
  }

  @Test
  void refusesAnEnrollmentThatHasEnded() throws Exception {
    pin(first, State.UNENROLLED);
    assertRefused(Refusal.UNENROLLED);
  }

  @Test
  void renewsACertificateThatEndedNotLongAgo() throws Exception {
    server.clock.pass(Duration.ofDays(900));
    device.messageType = "17";
    X509CertificateHolder second = certificate(server.post(device.request()), device);
    assertThat(server.seams.certificates.get(hash(second)).renews()).isEqualTo(MAC);
  }

  @Test
  void refusesACertificateThatEndedLongAgo() throws Exception {
    server.clock.pass(Duration.ofDays(920));
    assertRefused(Refusal.CERTIFICATE_NOT_VALID_NOW);
  }

  @Test
  void refusesACertificateThatOnlyLooksLikeOurs() throws Exception {
    device.signer = ScepClient.selfSigned(device.key, server.clock.instant());
    device.signerKey = device.key.getPrivate();
    assertRefused(Refusal.CERTIFICATE_UNTRUSTED);
  }

  private void assertRefused(Refusal reason) throws Exception {
    device.messageType = "17";
    ScepReply reply = ScepReply.read(server.post(device.request()).getContentAsByteArray());
    assertThat(reply.text(PkiMessage.PKI_STATUS)).isEqualTo("2");
    assertThat(server.refusals.reasons).containsExactly(reason);
  }

  private void bind(X509CertificateHolder certificate) throws Exception {
    Map<String, CertificateState> all = server.seams.certificates;
    CertificateState known = all.get(hash(certificate));
    all.put(
        hash(certificate),
        new CertificateState(known.session(), known.configuration(), known.renews(), MAC));
  }

  private void pin(X509CertificateHolder certificate, State state) throws Exception {
    server.seams.enrollments.put(
        MAC, new EnrollmentSummary(state, 1, hash(certificate), "topic", List.of(), 1, false));
  }

  private static X509CertificateHolder certificate(
      MockHttpServletResponse answer, ScepClient client) throws Exception {
    return ScepReply.read(answer.getContentAsByteArray()).certificates(client.signerKey).get(0);
  }

  private static String hash(X509CertificateHolder certificate) throws Exception {
    return Sha256.hex(certificate.getEncoded());
  }
}
