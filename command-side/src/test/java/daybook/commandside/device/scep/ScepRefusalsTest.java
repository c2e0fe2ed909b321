// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.session.Challenge;
import daybook.domain.DomainEvent;
import daybook.domain.Refusal;
import daybook.domain.session.SessionEvent.CertificateRefused;
import daybook.domain.session.SessionId;
import daybook.domain.session.SessionIntent.IssueCertificate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.cms.CMSAlgorithm;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** What is refused at the SCEP door, in which words, and what is noted of it. */
class ScepRefusalsTest {
  private final ScepServer server = new ScepServer();

  @Test
  void refusesAWrongChallengeWithoutTouchingItsSession() throws Exception {
    Challenge challenge = Sessions.open(server);
    ScepClient client =
        new ScepClient(server, new Challenge(challenge.session(), "guessed").text());
    assertRefused(server.post(client.request()), FailInfo.BAD_REQUEST);
    assertThat(server.refusals.reasons).containsExactly(Refusal.CHALLENGE_UNKNOWN);
    assertThat(refused(challenge.session())).isEmpty();
  }

  @Test
  void refusesAChallengeOfNoSession() throws Exception {
    Sessions.open(server);
    ScepClient client = new ScepClient(server, Challenge.oneUse(Challenge.newSession()).text());
    assertRefused(server.post(client.request()), FailInfo.BAD_REQUEST);
    assertThat(server.refusals.reasons).containsExactly(Refusal.CHALLENGE_UNKNOWN);
  }

  @Test
  void refusesASessionThatAKeyOpenedToWhoeverNamesIt() throws Exception {
    Challenge shared = Sessions.openShared(server);
    ScepClient client = new ScepClient(server, shared.text());
    server.post(client.request());
    SessionId own =
        server.seams.sessions.keySet().stream()
            .filter(id -> !id.equals(shared.session()))
            .findFirst()
            .orElseThrow();
    ScepClient stranger = new ScepClient(server, own.value() + ".anything");
    stranger.key = ScepClient.rsa(2048);
    assertRefused(server.post(stranger.request()), FailInfo.BAD_REQUEST);
    assertThat(server.refusals.reasons).containsExactly(Refusal.CHALLENGE_UNKNOWN);
  }

  @Test
  void refusesARequestWithoutChallenge() throws Exception {
    ScepClient client = new ScepClient(server, null);
    assertRefused(server.post(client.request()), FailInfo.BAD_REQUEST);
    assertThat(server.refusals.reasons).containsExactly(Refusal.CHALLENGE_MISSING);
  }

  @Test
  void refusesASpentChallengeAndTellsItsSession() throws Exception {
    Challenge challenge = Sessions.open(server);
    ScepClient client = new ScepClient(server, challenge.text());
    server.post(client.request());
    client.key = ScepClient.rsa(2048);
    assertRefused(server.post(client.request()), FailInfo.BAD_REQUEST);
    assertThat(refused(challenge.session()))
        .containsExactly(new CertificateRefused(client.transaction, "CHALLENGE_SPENT"));
    assertThat(server.refusals.reasons).isEmpty();
  }

  @Test
  void refusesASessionThatHasEnded() throws Exception {
    Challenge challenge = Sessions.open(server);
    server.clock.pass(Duration.ofHours(24));
    ScepClient client = new ScepClient(server, challenge.text());
    assertRefused(server.post(client.request()), FailInfo.BAD_REQUEST);
    assertThat(refused(challenge.session()))
        .containsExactly(new CertificateRefused(client.transaction, "SESSION_EXPIRED"));
  }

  @Test
  void answersTheSameKeyAndTransactionWithTheSameCertificateForADay() throws Exception {
    Sessions.configure(server, 1);
    ScepClient client = new ScepClient(server, Sessions.open(server).text());
    byte[] first = issued(client);
    server.clock.pass(Duration.ofHours(23));
    assertThat(issued(client)).isEqualTo(first);
    assertThat(server.seams.certificates).hasSize(1);
    server.clock.pass(Duration.ofHours(2));
    assertRefused(server.post(client.request()), FailInfo.BAD_REQUEST);
  }

  @Test
  void stopsAtTheQuota() throws Exception {
    Sessions.configure(server, 1);
    issued(new ScepClient(server, Sessions.open(server).text()));
    Challenge second = Sessions.open(server);
    ScepClient client = new ScepClient(server, second.text());
    assertRefused(server.post(client.request()), FailInfo.BAD_REQUEST);
    assertThat(refused(second.session()))
        .containsExactly(new CertificateRefused(client.transaction, "QUOTA_USED_UP"));
  }

  @Test
  void healsAStopBetweenReservingAndIssuing() throws Exception {
    Sessions.configure(server, 1);
    ScepClient client = new ScepClient(server, Sessions.open(server).text());
    server.seams.fails = intent -> intent instanceof IssueCertificate;
    MockHttpServletResponse answer = server.post(client.request());
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isNotNull();
    assertThat(issued(client)).isNotEmpty();
    assertThat(server.seams.reserved.get(Sessions.CONFIGURATION)).hasSize(1);
  }

  @Test
  void letsManyUseASharedChallengeUpToTheQuotaAndAnswersEachAgain() throws Exception {
    Sessions.configure(server, 2);
    Challenge shared = Sessions.openShared(server);
    ScepClient first = new ScepClient(server, shared.text());
    ScepClient second = new ScepClient(server, shared.text());
    second.key = ScepClient.rsa(2048);
    byte[] firstCertificate = issued(first);
    assertThat(issued(second)).isNotEqualTo(firstCertificate);
    ScepClient third = new ScepClient(server, shared.text());
    third.key = ScepClient.rsa(2048);
    assertRefused(server.post(third.request()), FailInfo.BAD_REQUEST);
    assertThat(server.refusals.reasons).containsExactly(Refusal.QUOTA_USED_UP);
    assertThat(issued(first)).isEqualTo(firstCertificate);
    SessionId own = server.seams.certificates.values().iterator().next().session();
    assertThat(server.seams.events(own.stream()).toString())
        .as("each session remembers the profile that led to it")
        .contains(Sessions.PROFILE.topic());
  }

  @Test
  void refusesKeysThatAreTooShort() throws Exception {
    ScepClient client = new ScepClient(server, Sessions.open(server).text());
    client.key = ScepClient.rsa(1024);
    assertRefused(server.post(client.request()), FailInfo.BAD_ALGORITHM);
    assertThat(server.refusals.reasons).containsExactly(Refusal.KEY_UNSUITABLE);
  }

  @Test
  void refusesWhatIsWeakWhereThatIsSwitchedOff() throws Exception {
    ScepServer strict = new ScepServer(new ScepSettings(false, DataSize.ofKilobytes(64)));
    ScepClient client = new ScepClient(strict, Sessions.open(strict).text());
    assertRefused(strict.post(client.request()), FailInfo.BAD_ALGORITHM);
    client.cipher = CMSAlgorithm.AES128_CBC;
    assertRefused(strict.post(client.request()), FailInfo.BAD_ALGORITHM);
    assertThat(strict.refusals.reasons)
        .containsExactly(Refusal.ALGORITHM_WEAK, Refusal.ALGORITHM_WEAK);
    client.digest = "SHA256";
    assertThat(ScepReply.read(strict.post(client.request()).getContentAsByteArray()))
        .extracting(reply -> reply.text(PkiMessage.PKI_STATUS))
        .isEqualTo("0");
    assertThat(strict.get("operation=GetCACaps").getContentAsString())
        .doesNotContain("SHA-1", "DES3");
  }

  @Test
  void refusesACipherThatItDoesNotKnow() throws Exception {
    ScepClient client = new ScepClient(server, Sessions.open(server).text());
    client.cipher = CMSAlgorithm.AES192_CBC;
    assertRefused(server.post(client.request()), FailInfo.BAD_ALGORITHM);
    assertThat(server.refusals.reasons).containsExactly(Refusal.ALGORITHM_UNSUPPORTED);
  }

  @Test
  void refusesAMessageTypeThatItDoesNotServe() throws Exception {
    ScepClient client = new ScepClient(server, Sessions.open(server).text());
    client.messageType = "20";
    assertRefused(server.post(client.request()), FailInfo.BAD_REQUEST);
    assertThat(server.refusals.reasons).containsExactly(Refusal.SCEP_OPERATION_UNKNOWN);
  }

  @Test
  void tellsNotWhetherTheEnvelopeOrItsContentWasBad() throws Exception {
    ScepClient client = new ScepClient(server, Sessions.open(server).text());
    byte[] envelope = client.envelope(client.csr());
    byte[] otherEnd = envelope.clone();
    otherEnd[envelope.length - 20] ^= 1;
    byte[] noRequest = client.envelope("no request at all".getBytes(StandardCharsets.UTF_8));
    byte[] nothing = client.envelope(DERNull.INSTANCE.getEncoded());
    for (byte[] bad : List.of(otherEnd, noRequest, nothing)) {
      assertRefused(server.post(client.sign(bad)), FailInfo.BAD_MESSAGE_CHECK);
    }
    assertThat(server.refusals.reasons).hasSize(3).containsOnly(Refusal.SCEP_MESSAGE_UNREADABLE);
  }

  @Test
  void refusesAMessageThatWasAltered() throws Exception {
    ScepClient client = new ScepClient(server, Sessions.open(server).text());
    byte[] request = client.request();
    request[request.length - 1] ^= 1;
    assertRefused(server.post(request), FailInfo.BAD_MESSAGE_CHECK);
    assertThat(server.refusals.reasons).containsExactly(Refusal.REQUEST_SIGNATURE_INVALID);
  }

  @Test
  void answers400ToWhatIsNoMessageAtAll() throws Exception {
    assertThat(server.post("hello".getBytes(StandardCharsets.UTF_8)).getStatus()).isEqualTo(400);
    assertThat(server.post(new byte[0]).getStatus()).isEqualTo(400);
    assertThat(server.get("operation=PKIOperation").getStatus()).isEqualTo(400);
    assertThat(server.get("operation=PKIOperation&message=%%%").getStatus()).isEqualTo(400);
    assertThat(server.get("operation=GetNextCACert").getStatus()).isEqualTo(400);
    assertThat(server.get(null).getStatus()).isEqualTo(400);
    assertThat(server.refusals.reasons)
        .containsExactly(
            Refusal.SCEP_MESSAGE_UNREADABLE,
            Refusal.SCEP_MESSAGE_UNREADABLE,
            Refusal.SCEP_MESSAGE_UNREADABLE,
            Refusal.SCEP_MESSAGE_UNREADABLE,
            Refusal.SCEP_OPERATION_UNKNOWN,
            Refusal.SCEP_OPERATION_UNKNOWN);
  }

  @Test
  void answers413ToWhatIsTooLong() throws Exception {
    assertThat(server.post(new byte[64 * 1024 + 1]).getStatus()).isEqualTo(413);
    assertThat(server.refusals.reasons).containsExactly(Refusal.BODY_TOO_LARGE);
  }

  @Test
  void keepsAtMostTwentyRefusalsAnHourInASession() throws Exception {
    Challenge challenge = Sessions.open(server);
    ScepClient client = new ScepClient(server, challenge.text());
    server.clock.pass(Duration.ofHours(25));
    client.signer = ScepClient.selfSigned(client.key, server.clock.instant());
    for (int i = 0; i < 25; i++) {
      client.transaction = "t" + i;
      server.post(client.request());
    }
    assertThat(refused(challenge.session())).hasSize(20);
    assertThat(server.refusals.reasons).hasSize(5);
  }

  private byte[] issued(ScepClient client) throws Exception {
    return ScepReply.read(server.post(client.request()).getContentAsByteArray())
        .certificates(client.signerKey)
        .get(0)
        .getEncoded();
  }

  private List<DomainEvent> refused(SessionId session) {
    return server.seams.events(session.stream()).stream()
        .filter(CertificateRefused.class::isInstance)
        .toList();
  }

  private static void assertRefused(MockHttpServletResponse response, FailInfo info)
      throws Exception {
    assertThat(response.getStatus()).isEqualTo(200);
    ScepReply reply = ScepReply.read(response.getContentAsByteArray());
    assertThat(reply.text(PkiMessage.PKI_STATUS)).isEqualTo("2");
    assertThat(reply.text(PkiMessage.FAIL_INFO)).isEqualTo(info.number());
    assertThat(reply.signed().getSignedContent()).isNull();
  }
}
