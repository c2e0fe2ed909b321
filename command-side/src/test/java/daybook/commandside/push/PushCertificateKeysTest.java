// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import daybook.commandside.apple.apns.PushPki;
import daybook.commandside.fake.MemoryKeys;
import daybook.commandside.fake.ScriptedIntents;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.InvalidInput;
import daybook.domain.push.PushCertificateIntent.CompletePushCertificate;
import daybook.domain.push.PushCertificateIntent.CreatePushCertificateKey;
import daybook.domain.push.PushCertificateIntent.RenewPushCertificateKey;
import daybook.domain.push.PushCertificateKey;
import daybook.domain.push.PushCertificateState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;

class PushCertificateKeysTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Origin ORIGIN = Origin.of(Actor.server(), "test");

  private final ScriptedIntents intents = new ScriptedIntents();
  private final MemoryKeys store = new MemoryKeys();
  private final PushCertificateKeys keys =
      new PushCertificateKeys(
          intents, new KeptKeys(store), () -> 5, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void theRequestIsSignedByTheKeyThatIsKept() throws Exception {
    assertThat(keys.create("Ours", ORIGIN).reply()).isEqualTo(5);

    CreatePushCertificateKey sent = intents.sent(CreatePushCertificateKey.class).get(0);
    assertThat(store.ids()).containsExactly(sent.key().keyId());
    PKCS10CertificationRequest request =
        new PKCS10CertificationRequest(Base64.getDecoder().decode(sent.key().request()));
    assertThat(request.getSubject()).hasToString("CN=Daybook Push Certificate 5");
    assertThat(
            request.isSignatureValid(
                new JcaContentVerifierProviderBuilder().build(request.getSubjectPublicKeyInfo())))
        .isTrue();
  }

  @Test
  void theKeyOfARefusedOneIsDropped() {
    intents.on(
        CreatePushCertificateKey.class, asked -> Outcome.refused(Refusal.NAME_TAKEN, "Ours"));

    assertThat(keys.create("Ours", ORIGIN).isAccepted()).isFalse();
    assertThat(store.ids()).isEmpty();
  }

  @Test
  void ofTwoRenewalsThatBeginAtOnceOneKeyIsKept() {
    PushCertificateKey quicker = new PushCertificateKey("quicker", "request");
    intents.on(RenewPushCertificateKey.class, asked -> Outcome.accepted(quicker));

    assertThat(keys.renew(state(null), ORIGIN).isAccepted()).isTrue();
    assertThat(store.ids()).isEmpty();
  }

  @Test
  void aRenewalThatBeganMakesNoKey() {
    assertThat(keys.renew(state(new PushCertificateKey("k", "r")), ORIGIN).isAccepted()).isTrue();
    assertThat(intents.sent).isEmpty();
  }

  @Test
  void anotherKeysCertificateIsRefusedAndTheKeyGoesOnWaiting() {
    keys.create("Ours", ORIGIN);
    PushCertificateKey waiting = intents.sent(CreatePushCertificateKey.class).get(0).key();
    String pem = new PushPki(NOW).push("com.apple.mgmt.External.1").pem();

    InvalidInput refused =
        catchThrowableOfType(
            InvalidInput.class, () -> keys.complete(state(waiting), "Ours", pem, ORIGIN));

    assertThat(refused.fields())
        .isEqualTo(
            Map.of("non_field_errors", List.of("The certificate and key do not form a pair")));
    assertThat(store.ids()).containsExactly(waiting.keyId());
    assertThat(intents.sent(CompletePushCertificate.class)).isEmpty();
  }

  @Test
  void withoutAWaitingKeyNoCertificateIsTaken() {
    assertThat(keys.complete(state(null), "Ours", "any", ORIGIN).refusal().orElseThrow().reason())
        .isEqualTo(Refusal.KEY_NOT_WAITING);
  }

  private static PushCertificateState state(PushCertificateKey waiting) {
    return new PushCertificateState(5, "Ours", null, waiting, NOW, NOW);
  }
}
