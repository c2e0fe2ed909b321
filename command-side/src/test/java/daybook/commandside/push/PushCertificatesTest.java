// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateEvent.PushCertificateAdded;
import daybook.domain.push.PushCertificateEvent.PushCertificateDeleted;
import daybook.domain.push.PushCertificateEvent.PushCertificateKeyCreated;
import daybook.domain.push.PushCertificateEvent.PushCertificateReplaced;
import daybook.domain.push.PushCertificateIntent.AddPushCertificate;
import daybook.domain.push.PushCertificateIntent.CompletePushCertificate;
import daybook.domain.push.PushCertificateIntent.CreatePushCertificateKey;
import daybook.domain.push.PushCertificateIntent.DeletePushCertificate;
import daybook.domain.push.PushCertificateIntent.DescribePushCertificates;
import daybook.domain.push.PushCertificateIntent.ListPushCertificates;
import daybook.domain.push.PushCertificateIntent.RenewPushCertificateKey;
import daybook.domain.push.PushCertificateIntent.ReplacePushCertificate;
import daybook.domain.push.PushCertificateKey;
import daybook.domain.push.PushCertificateState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Push certificates have names and topics of their own. */
class PushCertificatesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final PushCertificate ONE = certificate(1, "one", "topic1", "key1");
  private static final PushCertificate TWO = certificate(2, "two", "topic2", "key2");

  private final Story<PushCertificates> story = story();

  private static Story<PushCertificates> story() {
    return Story.of(PushCertificates.class).given(adds(ONE));
  }

  private static PushCertificate certificate(long number, String name, String topic, String keyId) {
    return new PushCertificate(number, name, topic, NOW, NOW, "PEM", keyId);
  }

  private static AddPushCertificate adds(PushCertificate certificate) {
    return new AddPushCertificate(NOW, certificate);
  }

  private static ReplacePushCertificate replaces(PushCertificate certificate) {
    return new ReplacePushCertificate(NOW, certificate);
  }

  @Test
  void aCertificateIsAdded() {
    story.when(adds(TWO)).records(new PushCertificateAdded(TWO)).accepted();
  }

  @Test
  void addingItAgainChangesNothing() {
    story.when(adds(ONE)).recordsNothing().accepted();
  }

  @Test
  void aNameIsTakenOnce() {
    story
        .when(adds(certificate(3, "one", "topic3", "k")))
        .recordsNothing()
        .refused(Refusal.NAME_TAKEN);
  }

  @Test
  void aTopicIsTakenOnce() {
    story
        .when(adds(certificate(3, "three", "topic1", "k")))
        .recordsNothing()
        .refused(Refusal.TOPIC_TAKEN);
  }

  @Test
  void aRenewedCertificateNamesTheKeyThatIsNoLongerUsed() {
    PushCertificate renewed = certificate(1, "renamed", "topic1", "key9");
    story
        .when(replaces(renewed))
        .records(new PushCertificateReplaced(renewed, "key1"))
        .answers(List.of("key1"));
  }

  @Test
  void theTopicNeverChanges() {
    story
        .when(replaces(certificate(1, "one", "topic9", "k")))
        .recordsNothing()
        .refused(Refusal.TOPIC_CHANGED);
  }

  @Test
  void aNameOfAnotherIsTaken() {
    story
        .given(adds(TWO))
        .when(replaces(certificate(2, "one", "topic2", "k")))
        .recordsNothing()
        .refused(Refusal.NAME_TAKEN);
  }

  @Test
  void whatIsUnknownIsNotReplaced() {
    story.when(replaces(TWO)).recordsNothing().refused(Refusal.UNKNOWN);
  }

  @Test
  void replacingItByItselfChangesNothing() {
    story.when(replaces(ONE)).recordsNothing().answers(List.of());
  }

  private static final PushCertificateKey KEY = new PushCertificateKey("key3", "request");
  private static final CreatePushCertificateKey CREATES =
      new CreatePushCertificateKey(NOW, 3, "three", KEY);

  @Test
  void aKeyWaitsUnderANameOfItsOwn() {
    story
        .when(CREATES)
        .records(new PushCertificateKeyCreated(3, "three", "key3", "request"))
        .accepted();
    story()
        .when(new CreatePushCertificateKey(NOW, 3, "one", KEY))
        .recordsNothing()
        .refused(Refusal.NAME_TAKEN);
    story()
        .given(CREATES)
        .when(adds(certificate(4, "three", "t", "k")))
        .refused(Refusal.NAME_TAKEN);
  }

  @Test
  void whatWaitsCantBePushedWith() {
    story.given(CREATES).when(new ListPushCertificates(NOW)).answers(List.of(ONE));
  }

  @Test
  void theWaitingKeyGetsItsCertificate() {
    PushCertificate came = certificate(3, "three", "topic3", "key3");
    story
        .given(CREATES)
        .when(new CompletePushCertificate(NOW, came))
        .records(new PushCertificateAdded(came))
        .answers(List.of());
  }

  @Test
  void aCertificateThatComesTwiceChangesNothing() {
    PushCertificate came = certificate(3, "three", "topic3", "key3");
    story
        .given(CREATES, new CompletePushCertificate(NOW, came))
        .when(new CompletePushCertificate(NOW, came))
        .recordsNothing()
        .answers(List.of());
  }

  @Test
  void theTopicOfAnotherIsRefusedForTheWaitingKey() {
    story
        .given(CREATES)
        .when(new CompletePushCertificate(NOW, certificate(3, "three", "topic1", "key3")))
        .recordsNothing()
        .refused(Refusal.TOPIC_TAKEN);
  }

  @Test
  void onlyTheKeyThatWaitsIsCompleted() {
    story
        .when(new CompletePushCertificate(NOW, certificate(1, "one", "topic1", "key9")))
        .recordsNothing()
        .refused(Refusal.KEY_NOT_WAITING);
    story()
        .given(CREATES)
        .when(new CompletePushCertificate(NOW, certificate(3, "three", "topic3", "key9")))
        .recordsNothing()
        .refused(Refusal.KEY_NOT_WAITING);
  }

  @Test
  void aRenewalBeginsWithAKeyThatWaitsBesideTheCertificate() {
    PushCertificate next = certificate(1, "one", "topic1", "key3");
    story
        .when(new RenewPushCertificateKey(NOW, 1, KEY))
        .records(new PushCertificateKeyCreated(1, "one", "key3", "request"))
        .answers(KEY);
    story()
        .given(new RenewPushCertificateKey(NOW, 1, KEY))
        .when(new ListPushCertificates(NOW))
        .answers(List.of(ONE));
    story()
        .given(new RenewPushCertificateKey(NOW, 1, KEY))
        .when(new CompletePushCertificate(NOW, next))
        .records(new PushCertificateReplaced(next, "key1"))
        .answers(List.of("key1"));
  }

  @Test
  void aRenewalThatBeganAlreadyKeepsItsKey() {
    story
        .given(new RenewPushCertificateKey(NOW, 1, KEY))
        .when(new RenewPushCertificateKey(NOW, 1, new PushCertificateKey("key4", "another")))
        .recordsNothing()
        .answers(KEY);
  }

  @Test
  void aRenewalWithAnotherTopicLeavesTheKeyWaiting() {
    story
        .given(new RenewPushCertificateKey(NOW, 1, KEY))
        .when(new CompletePushCertificate(NOW, certificate(1, "one", "topic9", "key3")))
        .recordsNothing()
        .refused(Refusal.TOPIC_CHANGED);
    story()
        .given(new RenewPushCertificateKey(NOW, 1, KEY))
        .when(new CompletePushCertificate(NOW, certificate(1, "one", "topic1", "key3")))
        .answers(List.of("key1"));
  }

  @Test
  void aRenewalWithAKeyFromElsewhereEndsTheWaiting() {
    PushCertificate next = certificate(1, "one", "topic1", "key9");
    story
        .given(new RenewPushCertificateKey(NOW, 1, KEY))
        .when(replaces(next))
        .records(new PushCertificateReplaced(next, "key1"))
        .answers(List.of("key1", "key3"));
    story()
        .given(new RenewPushCertificateKey(NOW, 1, KEY), replaces(next))
        .when(new DescribePushCertificates(NOW))
        .answers(List.of(new PushCertificateState(1, "one", next, null, NOW, NOW)));
  }

  @Test
  void whatIsDeletedIsGoneWithItsKeysAndLeavesNameAndTopic() {
    story
        .given(new RenewPushCertificateKey(NOW, 1, KEY))
        .when(new DeletePushCertificate(NOW, 1))
        .records(new PushCertificateDeleted(1, "one", "topic1", List.of("key1", "key3")))
        .answers(List.of("key1", "key3"));
    story()
        .given(new DeletePushCertificate(NOW, 1))
        .when(adds(certificate(5, "one", "topic1", "key5")))
        .accepted();
  }

  @Test
  void whatIsUnknownIsNeitherRenewedNorDeleted() {
    story.when(new RenewPushCertificateKey(NOW, 7, KEY)).refused(Refusal.UNKNOWN);
    story().when(new DeletePushCertificate(NOW, 7)).recordsNothing().refused(Refusal.UNKNOWN);
  }

  @Test
  void aKeyThatGotItsCertificateLaterIsNotTheOldest() {
    PushCertificate came = certificate(3, "three", "topic3", "key3");
    story
        .given(CREATES, adds(TWO), new CompletePushCertificate(NOW, came))
        .when(new ListPushCertificates(NOW))
        .answers(List.of(ONE, TWO, came));
  }

  @Test
  void theOldestComesFirstEvenWhenItWasReplaced() {
    PushCertificate renewed = certificate(1, "one", "topic1", "key9");
    story
        .given(adds(TWO), replaces(renewed))
        .when(new ListPushCertificates(NOW))
        .answers(List.of(renewed, TWO));
  }
}
