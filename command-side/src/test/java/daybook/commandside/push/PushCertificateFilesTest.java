// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import daybook.commandside.apple.apns.PushPki;
import daybook.commandside.fake.HandClock;
import daybook.commandside.fake.MemoryKeys;
import daybook.domain.Actor;
import daybook.domain.Intent;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.InvalidInput;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateIntent.AddPushCertificate;
import daybook.domain.push.PushCertificateIntent.ReplacePushCertificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PushCertificateFilesTest {
  private static final String TOPIC = "com.apple.mgmt.External.1";

  private final HandClock clock = new HandClock(Instant.parse("2026-11-24T10:00:00Z"));
  private final PushPki pki = new PushPki(clock.instant());
  private final MemoryKeys keys = new MemoryKeys();
  private final AtomicLong numbers = new AtomicLong();
  private final Recorded intents = new Recorded();
  private final Origin origin = Origin.of(Actor.server(), "r-1");
  private final PushCertificateFiles files =
      new PushCertificateFiles(intents, new KeptKeys(keys), numbers::incrementAndGet, clock);

  @Test
  void theKeyIsKeptBeforeTheEventThatNamesIt() {
    PushPki.Identity identity = pki.push(TOPIC);
    intents.onSend =
        intent -> assertThat(keys.ids()).containsExactly(keyId((AddPushCertificate) intent));

    Outcome<PushCertificate> outcome =
        files.addPushCertificate("Ours", identity.pem(), identity.keyPem(), null, origin);

    PushCertificate added = outcome.reply();
    assertThat(added.number()).isEqualTo(1);
    assertThat(added.name()).isEqualTo("Ours");
    assertThat(added.topic()).isEqualTo(TOPIC);
    assertThat(keys.fetch(added.keyId())).hasValue(identity.key().getEncoded());
    assertThat(intents.sent).containsExactly(new AddPushCertificate(clock.instant(), added));
  }

  @Test
  void aRenewalKeepsTheNumberAndTakesTheNewKey() {
    PushPki.Identity identity = pki.push(TOPIC);

    PushCertificate next =
        files
            .replacePushCertificate(7, "Ours", identity.pem(), identity.keyPem(), null, origin)
            .reply();

    assertThat(next.number()).isEqualTo(7);
    assertThat(keys.fetch(next.keyId())).hasValue(identity.key().getEncoded());
    assertThat(intents.sent).containsExactly(new ReplacePushCertificate(clock.instant(), next));
  }

  @Test
  void whatCannotBeReadLeavesNothingBehind() {
    assertThat(
            catchThrowable(
                () -> files.addPushCertificate("Ours", "no PEM", "no PEM", null, origin)))
        .isInstanceOf(InvalidInput.class);

    assertThat(keys.ids()).isEmpty();
    assertThat(intents.sent).isEmpty();
    assertThat(numbers).hasValue(0);
  }

  @Test
  void theKeyOfARefusedUploadIsDroppedUnlessTheStoreFailed() {
    PushPki.Identity identity = pki.push(TOPIC);
    intents.refusal = Refusal.NAME_TAKEN;
    files.addPushCertificate("Ours", identity.pem(), identity.keyPem(), null, origin);
    files.replacePushCertificate(7, "Ours", identity.pem(), identity.keyPem(), null, origin);
    assertThat(keys.ids()).isEmpty();

    intents.refusal = Refusal.STORE_UNAVAILABLE;
    files.addPushCertificate("Ours", identity.pem(), identity.keyPem(), null, origin);
    assertThat(keys.ids()).hasSize(1);
  }

  @Test
  void theKeyThatWasReplacedIsDropped() {
    PushPki.Identity identity = pki.push(TOPIC);
    keys.keep("old", new byte[] {1});

    String next =
        files
            .replacePushCertificate(7, "Ours", identity.pem(), identity.keyPem(), null, origin)
            .reply()
            .keyId();

    assertThat(keys.ids()).containsExactly(next);
  }

  @Test
  void aRefusalIsHandedOn() {
    PushPki.Identity identity = pki.push(TOPIC);
    intents.refusal = Refusal.TOPIC_TAKEN;

    assertThat(
            files
                .addPushCertificate("Ours", identity.pem(), identity.keyPem(), null, origin)
                .refusal()
                .orElseThrow()
                .reason())
        .isEqualTo(Refusal.TOPIC_TAKEN);
  }

  private static String keyId(AddPushCertificate intent) {
    return intent.certificate().keyId();
  }

  private static final class Recorded implements Intents {
    final List<Intent<?>> sent = new ArrayList<>();
    java.util.function.Consumer<Intent<?>> onSend = intent -> {};
    Refusal refusal;

    @Override
    @SuppressWarnings("unchecked")
    public <R> Outcome<R> send(Intent<R> intent, Origin origin) {
      onSend.accept(intent);
      sent.add(intent);
      if (refusal == null && intent instanceof ReplacePushCertificate) {
        return (Outcome<R>) Outcome.accepted(List.of("old"));
      }
      return refusal == null ? Outcome.accepted() : Outcome.refused(refusal, "refused");
    }
  }
}
