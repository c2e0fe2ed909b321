// SPDX-License-Identifier: Apache-2.0
package daybook.projections.opening;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Actor;
import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.Origin;
import daybook.domain.Personal;
import daybook.domain.StreamId;
import daybook.domain.certificate.CertificateEvent.CertificateBound;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.domain.enrollment.EnrollmentEvent.EnrollmentStarted;
import daybook.projections.house.FakeVault;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The vault still holds every key: only what was shredded stays closed. */
class OpenerTest {
  private final MemoryLog log = new MemoryLog();
  private final Opener opener = new Opener(new FakeVault());
  private final Story mac = new Story(log, 1);
  private final Story other = new Story(log, 2);

  @Test
  void whatAShreddingNamesStaysClosedInEveryStream() {
    LogEntry elsewhere =
        log.append(
            StreamId.of("certificate", "c1"),
            new CertificateBound(mac.device()),
            new Origin(device(mac), "request", null, mac.personal("192.0.2.9"), null));
    assertThat(opener.open(elsewhere).remoteAddress()).isEqualTo("192.0.2.9");
    shred(1, mac.keyId());
    assertThat(opener.open(elsewhere).remoteAddress()).isNull();
  }

  @Test
  void whatIsOfAFormerGenerationStaysClosedThoughItsKeyWasNotNamed() {
    LogEntry started = mac.starts();
    shred(1);
    OpenedEvent opened = opener.open(started);
    assertThat(name(opened)).isNull();
    assertThat(opened.remoteAddress()).isNull();
  }

  @Test
  void whatIsOfTheNextGenerationOrOfOthersOpens() {
    LogEntry theirs = other.starts();
    shred(1, mac.keyId());
    assertThat(name(opener.open(theirs))).isEqualTo(Story.NAME);
    Personal later = FakeVault.personal("2.key1", "192.0.2.10");
    LogEntry after =
        log.append(
            mac.device().stream(),
            ((EnrollmentStarted) mac.starts().event()),
            new Origin(device(mac), "request", null, later, null));
    assertThat(opener.open(after).remoteAddress()).isEqualTo("192.0.2.10");
  }

  @Test
  void anOperatorsAddressIsTheOperatorsOwn() {
    shred(3);
    LogEntry byOperator =
        log.append(
            mac.device().stream(),
            new DeviceShredded(3, List.of()),
            new Origin(
                Actor.operator("a1"),
                "request",
                null,
                FakeVault.personal("1.operator", "192.0.2.11"),
                null));
    assertThat(opener.open(byOperator).remoteAddress()).isEqualTo("192.0.2.11");
  }

  private void shred(int generation, String... keyIds) {
    opener.open(mac.happens(new DeviceShredded(generation, List.of(keyIds)), Actor.operator("a1")));
  }

  private static String name(OpenedEvent opened) {
    return opened.text(((EnrollmentStarted) opened.event()).identity().deviceName());
  }

  private static Actor device(Story story) {
    return new Actor(Actor.Kind.DEVICE, story.device().value());
  }
}
