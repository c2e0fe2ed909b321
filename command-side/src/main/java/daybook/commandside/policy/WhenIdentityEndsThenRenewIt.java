// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import daybook.commandside.ca.CertificateAuthority;
import daybook.commandside.ca.DistinguishedName;
import daybook.commandside.ca.RenewalSettings;
import daybook.commandside.policy.RenewalAttempt.Result;
import daybook.domain.Outcome;
import daybook.domain.certificate.PinnedCertificate;
import daybook.domain.certificate.PinnedCertificates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/**
 * Renews each device's identity ahead of its end, up to a tenth of that time later by device, so
 * that a fleet that enrolled in one hour isn't renewed in one. A renewal waits for its device for
 * 30 days and is then followed by the next; one that the device answered without having a new
 * certificate is followed after a pause that grows from a day to a week, until the certificate has
 * been over for too long to be let in. What an authority issued that signs no more is renewed so at
 * once, as many at a time as the server can easily bear.
 */
@Component
final class WhenIdentityEndsThenRenewIt implements Policy {
  static final String NAME = "WhenIdentityEndsThenRenewIt";

  private static final int BATCH = 500;

  /** How many of an authority that signs no more are renewed in a round. */
  private static final int MOVED = 100;

  private static final int JITTER_SHARE = 10;

  /** The view is asked no more often. */
  private static final Duration ROUND = Duration.ofSeconds(10);

  /** How long the view may take to show that a renewal was begun. */
  private static final Duration BEGUN = Duration.ofHours(1);

  private static final Duration REFUSED = Duration.ofMinutes(10);

  private final PinnedCertificates pinned;
  private final RenewalAttempt attempt;
  private final CertificateAuthority authorities;
  private final RenewalSettings settings;
  private final Clock clock;
  private final Map<PinnedCertificate, Instant> quiet = new HashMap<>();
  private Instant next = Instant.MIN;

  WhenIdentityEndsThenRenewIt(
      PinnedCertificates pinned,
      RenewalAttempt attempt,
      CertificateAuthority authorities,
      RenewalSettings settings,
      Clock clock) {
    this.pinned = pinned;
    this.attempt = attempt;
    this.authorities = authorities;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean caughtUp() {
    return pinned.caughtUp();
  }

  @Override
  public void act() throws InterruptedException {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(ROUND);
    quiet.values().removeIf(until -> !until.isAfter(now));
    renew(ending(now), now, "its end is near");
    for (String issuer : replaced(now)) {
      renew(issuedBy(issuer, now), now, "its authority signs no more");
    }
  }

  private List<String> replaced(Instant now) {
    Outcome<List<X509CertificateHolder>> found = authorities.replaced(now);
    return found.isAccepted()
        ? found.reply().stream().map(each -> DistinguishedName.of(each.getSubject())).toList()
        : List.of();
  }

  private List<PinnedCertificate> issuedBy(String issuer, Instant now) {
    Instant from = now.minus(settings.renewalGrace());
    return pinned.issuedBy(issuer, from, now, MOVED + quiet.size()).stream()
        .filter(each -> !quiet.containsKey(each))
        .limit(MOVED)
        .toList();
  }

  private List<PinnedCertificate> ending(Instant now) {
    Instant to = now.plus(settings.renewalLead());
    Instant from = now.minus(settings.renewalGrace());
    return pinned.ending(from, to, now, BATCH + quiet.size()).stream()
        .filter(each -> !each.notAfter().plus(jitter(each)).isAfter(to))
        .toList();
  }

  private void renew(List<PinnedCertificate> due, Instant now, String cause)
      throws InterruptedException {
    for (PinnedCertificate each : due) {
      if (!quiet.containsKey(each)) {
        Result result = attempt.make(each, NAME, cause);
        quiet.put(each, now.plus(result == Result.BEGUN ? BEGUN : REFUSED));
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  /** The same for a device each time: none to a tenth of the lead. */
  private Duration jitter(PinnedCertificate each) {
    long spread = settings.renewalLead().toMillis() / JITTER_SHARE;
    long scattered = each.enrollment().value().hashCode() * 0x9E3779B97F4A7C15L;
    return Duration.ofMillis(Math.floorMod(scattered >>> 16, Math.max(spread, 1)));
  }
}
