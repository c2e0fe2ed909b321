// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.ca;

import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.certificate.AuthorityIntent.Authority;
import daybook.domain.certificate.AuthorityIntent.AuthorityState;
import daybook.domain.certificate.AuthorityIntent.DescribeAuthorities;
import daybook.domain.certificate.PinnedCertificates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/** What operators do with the authorities of ours: look at them, roll over, and retire. */
@Component
public class OperatedAuthorities {
  private static final int NAMED = 10;

  private final CertificateAuthority authorities;
  private final Intents intents;
  private final PinnedCertificates pinned;
  private final RenewalSettings settings;
  private final Clock clock;

  public OperatedAuthorities(
      CertificateAuthority authorities,
      Intents intents,
      PinnedCertificates pinned,
      RenewalSettings settings,
      Clock clock) {
    this.authorities = authorities;
    this.intents = intents;
    this.pinned = pinned;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * One of them.
   *
   * @param signs whether it issues what is issued now
   * @param devices how many under management hold a certificate of it that still lets them in
   */
  public record Standing(
      AuthorityState state, X509CertificateHolder certificate, boolean signs, long devices) {}

  /** All that there ever were, oldest first. */
  public Outcome<List<Standing>> list(Origin origin) {
    Instant now = clock.instant();
    Outcome<Optional<SigningAuthority>> signs = authorities.newest(now);
    if (!signs.isAccepted()) {
      return signs.map(none -> List.of());
    }
    Optional<X509CertificateHolder> signing = signs.reply().map(SigningAuthority::certificate);
    return states(now, origin)
        .map(
            all ->
                all.stream()
                    .map(
                        state -> {
                          X509CertificateHolder held =
                              CertificateAuthority.certificate(state.authority());
                          return new Standing(
                              state,
                              held,
                              signing.filter(held::equals).isPresent(),
                              pinned.count(name(held), letIn(now)));
                        })
                    .toList());
  }

  /** Makes a new one, which signs from now on; the others stay trusted. */
  public Outcome<Authority> rollOver(Origin origin) {
    Instant now = clock.instant();
    Outcome<SigningAuthority> made = authorities.rollOver(now, origin);
    return made.isAccepted()
        ? states(now, origin).map(all -> all.get(all.size() - 1).authority())
        : made.map(none -> null);
  }

  /**
   * Ends the trust in one for good.
   *
   * @param name as {@link Authority#name} tells it
   * @return refused with {@code UNKNOWN}; with {@code IN_USE} for the one that signs, and while
   *     devices under management need it, some of which the detail names
   */
  public Outcome<Authority> retire(String name, Origin origin) {
    Instant now = clock.instant();
    Outcome<List<AuthorityState>> all = states(now, origin);
    if (!all.isAccepted()) {
      return all.map(none -> null);
    }
    List<Authority> known = all.reply().stream().map(AuthorityState::authority).toList();
    Optional<Authority> found = known.stream().filter(a -> a.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.UNKNOWN, "there is no authority " + name);
    }
    Authority authority = found.get();
    boolean newest = authority.equals(known.get(known.size() - 1));
    return (newest ? Optional.<String>empty() : needed(authority, now))
        .<Outcome<Authority>>map(why -> Outcome.refused(Refusal.IN_USE, why))
        .orElseGet(() -> authorities.retire(authority.keyId(), now, origin).map(none -> authority));
  }

  private Optional<String> needed(Authority authority, Instant now) {
    if (!pinned.caughtUp()) {
      return Optional.of("which devices need it is still being found out; ask again in a while");
    }
    String issuer = name(CertificateAuthority.certificate(authority));
    long devices = pinned.count(issuer, letIn(now));
    if (devices == 0) {
      return Optional.empty();
    }
    List<String> some =
        new ArrayList<>(
            pinned.holders(issuer, letIn(now), NAMED).stream()
                .map(each -> each.enrollment().value())
                .toList());
    if (devices > some.size()) {
      some.add("and " + (devices - some.size()) + " more");
    }
    return Optional.of(
        devices
            + (devices == 1 ? " device holds" : " devices hold")
            + " an identity that it issued: "
            + some.stream().collect(Collectors.joining(", ")));
  }

  private Outcome<List<AuthorityState>> states(Instant now, Origin origin) {
    return intents.send(new DescribeAuthorities(now), origin);
  }

  /** What ended before this moment lets nobody in, not even to be renewed. */
  private Instant letIn(Instant now) {
    return now.minus(settings.renewalGrace());
  }

  private static String name(X509CertificateHolder certificate) {
    return DistinguishedName.of(certificate.getSubject());
  }
}
