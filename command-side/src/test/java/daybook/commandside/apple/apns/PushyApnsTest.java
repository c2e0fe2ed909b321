// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.apple.apns;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.eatthepath.pushy.apns.server.UnregisteredDeviceTokenException;
import com.eatthepath.pushy.apns.server.ValidatingPushNotificationHandlerFactory;
import daybook.commandside.apple.apns.PushOutcome.Accepted;
import daybook.commandside.apple.apns.PushOutcome.Rejected;
import daybook.commandside.apple.apns.PushOutcome.Unreachable;
import daybook.commandside.apple.apns.PushOutcome.Unusable;
import daybook.commandside.fake.MemoryKeys;
import daybook.domain.push.PushCertificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pushes over real TLS and HTTP/2 to Pushy's own push service. */
class PushyApnsTest {
  private static final String TOPIC =
      "com.apple.mgmt.External.11111111-1111-4111-8111-111111111111";
  private static final String TOKEN =
      "00fc13adff785122b4ad28809a3420982341241421348097878e577c991de8f0";

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final PushPki pki = new PushPki(now);
  private final PushService service = new PushService(pki);
  private final MemoryKeys keys = new MemoryKeys();
  private final ApnsConnections connections =
      new ApnsConnections(
          new ApnsSettings("localhost", service.port(), pki.authority().pem(), 4), keys);
  private final Apns apns = new PushyApns(connections);

  @AfterEach
  void close() {
    connections.destroy();
    service.close();
  }

  @Test
  void aPushCarriesTheMagicAndWhatAppleAsksFor() {
    PushOutcome outcome = apns.push(certificate(TOPIC), wakeUp("a \"magic\" \u2019"), now);

    assertThat(outcome).isInstanceOf(Accepted.class);
    UUID.fromString(((Accepted) outcome).apnsId());
    PushService.Arrived arrived = service.arrived().get(0);
    assertThat(arrived.body()).isEqualTo("{\"mdm\":\"a \\\"magic\\\" \u2019\"}");
    assertThat(arrived.headers())
        .containsEntry(":path", "/3/device/" + TOKEN)
        .containsEntry("apns-push-type", "mdm")
        .containsEntry("apns-topic", TOPIC)
        .containsEntry("apns-priority", "10")
        .containsEntry(
            "apns-expiration", Long.toString(now.plus(Duration.ofDays(7)).getEpochSecond()));
  }

  @Test
  void aBadTokenIsRejectedForGood() {
    service.refuse(TOKEN, new RejectedNotificationException(RejectionReason.BAD_DEVICE_TOKEN));

    assertThat(apns.push(certificate(TOPIC), wakeUp("m"), now))
        .isEqualTo(new Rejected("BadDeviceToken", null));
  }

  @Test
  void aDeadTokenComesWithTheTimeOfItsDeath() {
    Instant died = now.minus(Duration.ofHours(3));
    service.refuse(TOKEN, new UnregisteredDeviceTokenException(died));

    assertThat(apns.push(certificate(TOPIC), wakeUp("m"), now))
        .isEqualTo(new Rejected("Unregistered", died));
  }

  @Test
  void whatAppleAsksToRepeatIsNoRejection() {
    for (RejectionReason reason :
        Set.of(
            RejectionReason.TOO_MANY_REQUESTS,
            RejectionReason.INTERNAL_SERVER_ERROR,
            RejectionReason.SERVICE_UNAVAILABLE,
            RejectionReason.SHUTDOWN)) {
      service.refuse(TOKEN, new RejectedNotificationException(reason));

      assertThat(apns.push(certificate(TOPIC), wakeUp("m"), now))
          .as(reason.name())
          .isInstanceOf(Unreachable.class);
    }
  }

  @Test
  void aPushOfAnotherTopicThanTheCertificatesIsRejected() {
    service.stop();
    service.start(
        new ValidatingPushNotificationHandlerFactory(
            Map.of(TOPIC, Set.of(TOKEN)), Map.of(), Map.of(), Map.of()));
    PushCertificate other = certificate("com.apple.mgmt.External.other");

    PushOutcome outcome = apns.push(other, wakeUp("m"), now);

    assertThat(outcome).isInstanceOf(Rejected.class);
    assertThat(((Rejected) outcome).reason()).isIn("BadTopic", "TopicDisallowed");
  }

  @Test
  void aServiceThatIsDownIsTriedAgainAndComesBack() {
    PushCertificate certificate = certificate(TOPIC);
    service.stop();
    assertThat(apns.push(certificate, wakeUp("m"), now)).isInstanceOf(Unreachable.class);

    service.start();

    assertThat(apns.push(certificate, wakeUp("m"), now)).isInstanceOf(Accepted.class);
  }

  @Test
  void aRenewedCertificateGetsAConnectionOfItsOwn() {
    PushCertificate first = certificate(TOPIC);
    assertThat(apns.push(first, wakeUp("m"), now)).isInstanceOf(Accepted.class);
    PushCertificate renewed = certificate(TOPIC);

    assertThat(apns.push(renewed, wakeUp("m"), now)).isInstanceOf(Accepted.class);
    assertThat(service.arrived()).hasSize(2);
  }

  @Test
  void aKeyThatIsNotInTheKeyStoreMakesTheCertificateUnusable() {
    PushCertificate certificate = certificate(TOPIC);
    PushCertificate lost =
        new PushCertificate(
            2,
            "lost",
            TOPIC,
            certificate.notBefore(),
            certificate.notAfter(),
            certificate.certificate(),
            "no-such-key");

    assertThat(apns.push(lost, wakeUp("m"), now)).isInstanceOf(Unusable.class);
  }

  @Test
  void aServiceOfAnotherAuthorityIsNotTrusted() {
    ApnsConnections strangers =
        new ApnsConnections(
            new ApnsSettings("localhost", service.port(), new PushPki(now).authority().pem(), 4),
            keys);

    assertThat(new PushyApns(strangers).push(certificate(TOPIC), wakeUp("m"), now))
        .isInstanceOf(Unreachable.class);
    assertThat(service.arrived()).isEmpty();
    strangers.destroy();
  }

  @Test
  void nothingShowsTheTokenOrTheMagic() {
    assertThat(wakeUp("magic").toString()).doesNotContain("magic").doesNotContain(TOKEN);
  }

  private WakeUp wakeUp(String magic) {
    return new WakeUp(TOPIC, TOKEN, magic);
  }

  private PushCertificate certificate(String topic) {
    PushPki.Identity identity = pki.push(topic);
    String keyId = UUID.randomUUID().toString();
    keys.keep(keyId, identity.key().getEncoded());
    return new PushCertificate(
        1,
        "test",
        topic,
        identity.certificate().getNotBefore().toInstant(),
        identity.certificate().getNotAfter().toInstant(),
        identity.pem(),
        keyId);
  }
}
