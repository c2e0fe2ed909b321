// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.push;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.push.PushCertificate;
import daybook.domain.push.PushCertificateEvent.PushCertificateAdded;
import daybook.domain.push.PushCertificateEvent.PushCertificateReplaced;
import daybook.domain.push.PushCertificateIntent.AddPushCertificate;
import daybook.domain.push.PushCertificateIntent.ListPushCertificates;
import daybook.domain.push.PushCertificateIntent.ReplacePushCertificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Push certificates have names and topics of their own. */
class PushCertificatesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final PushCertificate ONE = certificate(1, "one", "topic1", "key1");
  private static final PushCertificate TWO = certificate(2, "two", "topic2", "key2");

  private final Story<PushCertificates> story = Story.of(PushCertificates.class).given(adds(ONE));

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
    story.when(replaces(renewed)).records(new PushCertificateReplaced(renewed, "key1")).accepted();
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
    story.when(replaces(ONE)).recordsNothing().accepted();
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
