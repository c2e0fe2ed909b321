// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import daybook.commandside.ca.CertificateAuthority;
import daybook.commandside.ca.DistinguishedName;
import daybook.commandside.ca.RenewalSettings;
import daybook.commandside.device.MemorySeams;
import daybook.commandside.fake.HandClock;
import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.certificate.PinnedCertificate;
import daybook.domain.certificate.PinnedCertificates;
import daybook.domain.enrollment.EnrollmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;

class WhenIdentityEndsThenRenewItTest {
  private static final Duration LEAD = Duration.ofDays(90);
  private static final Instant END = Instant.parse("2028-11-24T10:00:00Z");

  private final HandClock clock = new HandClock(Instant.parse("2026-11-24T10:00:00Z"));
  private final List<PinnedCertificate> rows = new ArrayList<>();
  private final List<PinnedCertificate> renewed = new ArrayList<>();
  private final MemorySeams seams = new MemorySeams();
  private final CertificateAuthority authorities = new CertificateAuthority(seams, seams);
  private RenewalAttempt.Result result = RenewalAttempt.Result.BEGUN;
  private final WhenIdentityEndsThenRenewIt policy =
      new WhenIdentityEndsThenRenewIt(
          new Rows(),
          new RenewalAttempt(null, null, null, null, clock) {
            @Override
            Result make(PinnedCertificate pinned, String name, String cause) {
              renewed.add(pinned);
              return result;
            }
          },
          authorities,
          new RenewalSettings(LEAD, Duration.ofDays(180)),
          clock);

  @Test
  void eachIsRenewedWithinTheFirstTenthOfTheLeadAndNotAllAtOnce() throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      rows.add(row("MAC-" + i, 0));
    }
    at(END.minus(LEAD).minusSeconds(1));
    assertThat(renewed).isEmpty();
    at(END.minus(LEAD).plus(LEAD.dividedBy(20)));
    assertThat(renewed.size()).isBetween(60, 140);
    at(END.minus(LEAD).plus(LEAD.dividedBy(10)));
    assertThat(new HashSet<>(renewed)).hasSize(200);
  }

  @Test
  void aViewThatLagsCausesNoSecondTry() throws InterruptedException {
    rows.add(row("MAC-1", 0));
    at(END.minusSeconds(1_000_000));
    at(clock.instant().plusSeconds(60));
    assertThat(renewed).hasSize(1);
  }

  @Test
  void theNextTryFollowsAsSoonAsTheViewHasIt() throws InterruptedException {
    rows.add(row("MAC-1", 0));
    at(END.minusSeconds(1_000_000));
    rows.set(0, row("MAC-1", 1));
    at(clock.instant().plusSeconds(60));
    assertThat(renewed).extracting(PinnedCertificate::attempt).containsExactly(0, 1);
  }

  @Test
  void whatIsRefusedIsTriedAgainAndNeverKeepsTheOthersBack() throws InterruptedException {
    result = RenewalAttempt.Result.REFUSED;
    rows.add(row("MAC-1", 0));
    rows.add(row("MAC-2", 0));
    at(END.minusSeconds(1_000_000));
    assertThat(renewed).hasSize(2);
    at(clock.instant().plusSeconds(600));
    assertThat(renewed).hasSize(4);
  }

  @Test
  void thePauseGrowsFromADayToAWeek() {
    assertThat(List.of(1, 2, 3, 4, 5, 500).stream().map(RenewalAttempt::retryAfter))
        .containsExactly(
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(4),
            Duration.ofDays(7),
            Duration.ofDays(7),
            Duration.ofDays(7));
  }

  @Test
  void whatAnAuthorityIssuedThatSignsNoMoreIsRenewedAtOnceButNotAllInOneRound()
      throws InterruptedException {
    X509CertificateHolder old = authorities.signing(clock.instant()).reply().certificate();
    for (int i = 0; i < 150; i++) {
      rows.add(
          new PinnedCertificate(
              new EnrollmentId("MAC-" + i), "aa", DistinguishedName.of(old.getSubject()), END, 0));
    }
    at(clock.instant());
    assertThat(renewed).as("the only authority").isEmpty();

    authorities.rollOver(clock.instant(), Origin.of(Actor.operator("console"), "1"));

    at(clock.instant().plusSeconds(60));
    assertThat(renewed).hasSize(100);
    at(clock.instant().plusSeconds(60));
    assertThat(new HashSet<>(renewed)).hasSize(150);
    at(clock.instant().plusSeconds(60));
    assertThat(renewed).as("nobody twice").hasSize(150);
  }

  @Test
  void aStopEndsTheRound() {
    rows.add(row("MAC-1", 0));
    rows.add(row("MAC-2", 0));
    Thread.currentThread().interrupt();
    assertThat(catchThrowable(() -> at(END.minusSeconds(60))))
        .isInstanceOf(InterruptedException.class);
    assertThat(renewed).hasSize(1);
  }

  private void at(Instant time) throws InterruptedException {
    clock.advance(Duration.between(clock.instant(), time));
    policy.act();
  }

  private static PinnedCertificate row(String enrollment, int attempt) {
    return new PinnedCertificate(new EnrollmentId(enrollment), "aa", "CN=Daybook", END, attempt);
  }

  /** The view as it promises, with all rows free. */
  private final class Rows implements PinnedCertificates {
    @Override
    public List<PinnedCertificate> ending(Instant from, Instant to, Instant now, int limit) {
      return rows.stream()
          .filter(row -> row.notAfter().isAfter(from) && !row.notAfter().isAfter(to))
          .limit(limit)
          .toList();
    }

    @Override
    public List<PinnedCertificate> issuedBy(String issuer, Instant after, Instant now, int limit) {
      return rows.stream()
          .filter(row -> row.issuer().equals(issuer) && row.notAfter().isAfter(after))
          .limit(limit)
          .toList();
    }

    @Override
    public long count(String issuer, Instant after) {
      return 0;
    }

    @Override
    public List<PinnedCertificate> holders(String issuer, Instant after, int limit) {
      return List.of();
    }

    @Override
    public boolean caughtUp() {
      return true;
    }
  }
}
