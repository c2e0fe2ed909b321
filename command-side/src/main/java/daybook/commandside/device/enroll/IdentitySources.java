// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import daybook.commandside.issuer.IssuerSettings;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.issuer.ScepIssuer;
import daybook.domain.issuer.ScepIssuerId;
import daybook.domain.issuer.ScepIssuerIntent.ListScepIssuers;
import daybook.domain.issuer.ScepIssuerState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what a profile must say for devices to get their identities from an issuer. */
@Component
class IdentitySources {
  private final Intents intents;
  private final IssuerSettings settings;

  IdentitySources(Intents intents, IssuerSettings settings) {
    this.intents = intents;
    this.settings = settings;
  }

  /** Refused with {@code ISSUER_UNUSABLE} when the issuer is gone, or has no challenge for all. */
  Outcome<IdentitySource> of(ScepIssuerId issuer, Instant now, Origin asking) {
    if (issuer.equals(ScepIssuerId.OWN)) {
      return Outcome.accepted(IdentitySource.OWN);
    }
    Outcome<List<ScepIssuerState>> all = intents.send(new ListScepIssuers(now), asking);
    if (!all.isAccepted()) {
      return all.map(none -> null);
    }
    return all.reply().stream()
        .map(ScepIssuerState::issuer)
        .filter(it -> it.id().equals(issuer))
        .findFirst()
        .map(this::of)
        .orElseGet(() -> unusable("The SCEP issuer of this link is gone."));
  }

  private Outcome<IdentitySource> of(ScepIssuer issuer) {
    Optional<String> challenge = settings.staticChallenge(issuer);
    return challenge.isEmpty()
        ? unusable("The SCEP issuer “" + issuer.name() + "” has no static challenge.")
        : Outcome.accepted(
            new IdentitySource(
                issuer.id(),
                issuer.name(),
                issuer.url(),
                challenge.get(),
                issuer.keySize(),
                issuer.keyUsage()));
  }

  private static <R> Outcome<R> unusable(String sentence) {
    return Outcome.refused(Refusal.ISSUER_UNUSABLE, sentence);
  }
}
