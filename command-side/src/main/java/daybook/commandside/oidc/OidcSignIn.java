// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import daybook.commandside.door.Caller;
import daybook.commandside.door.Origins;
import daybook.commandside.oidc.OidcSettings.Oidc;
import daybook.commandside.refusal.Refusals;
import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.Shelf;
import daybook.domain.Subject;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountIntent.RecordSignIn;
import daybook.domain.access.AccountState;
import daybook.domain.access.ProviderSignIn;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Signing in at the configured provider. What has begun lies on the shelf for ten minutes and is
 * taken once; the provider's description is kept for an hour.
 */
@Component
final class OidcSignIn implements ProviderSignIn {
  private static final String DOOR = "oidc";
  private static final String SHELF = "sign-in ";
  private static final String CALLBACK = "/sign-in/provider/callback";
  private static final Duration BEGUN = Duration.ofMinutes(10);
  private static final Duration DESCRIBED = Duration.ofHours(1);

  private final OidcSettings settings;
  private final OidcAccounts accounts;
  private final Intents intents;
  private final Origins origins;
  private final Refusals refusals;
  private final Shelf shelf;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private OidcProvider provider;
  private Instant describedAt = Instant.MIN;

  OidcSignIn(
      OidcSettings settings,
      OidcAccounts accounts,
      Intents intents,
      Origins origins,
      Refusals refusals,
      Shelf shelf,
      Clock clock) {
    this.settings = settings;
    this.accounts = accounts;
    this.intents = intents;
    this.origins = origins;
    this.refusals = refusals;
    this.shelf = shelf;
    this.clock = clock;
  }

  @Override
  public Optional<String> provider() {
    return Optional.of(oidc()).filter(Oidc::isOn).map(Oidc::name);
  }

  @Override
  public Outcome<Begun> begin(URI base, String next) {
    try {
      URI home = settings.publicUrl().isEmpty() ? base : URI.create(settings.publicUrl());
      SignInAttempt attempt = SignInAttempt.to(home.resolve(CALLBACK), next);
      URI address = described().address(attempt);
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      String handle = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      shelf.put(SHELF + handle, attempt.write(), BEGUN);
      return Outcome.accepted(new Begun(handle, address));
    } catch (OidcRefused e) {
      return Outcome.refused(e.reason(), e.getMessage());
    }
  }

  @Override
  public Outcome<Arrived> finish(
      String handle, URI answer, String remoteAddress, String userAgent) {
    Caller caller = new Caller(UUID.randomUUID().toString(), remoteAddress, userAgent);
    try {
      SignInAttempt attempt =
          handle == null ? null : shelf.take(SHELF + handle).map(SignInAttempt::read).orElse(null);
      if (attempt == null) {
        throw new OidcRefused(Refusal.SIGN_IN_UNKNOWN, "no sign-in of this browser has begun");
      }
      AccountId account = account(attempt, answer, caller);
      Outcome<AccountState> signedIn =
          intents.send(
              new RecordSignIn(account, clock.instant(), oidc().issuer()),
              origins.of(caller, Actor.operator(account.value()), Subject.of(account.stream())));
      return signedIn.map(state -> new Arrived(state, attempt.next()));
    } catch (OidcRefused e) {
      refusals.refused(DOOR, e.reason(), e.getMessage(), e.account(), caller);
      return Outcome.refused(e.reason(), e.getMessage());
    }
  }

  private AccountId account(SignInAttempt attempt, URI answer, Caller caller) throws OidcRefused {
    AuthenticationResponse response = parsed(answer);
    if (!attempt.state().equals(response.getState())) {
      throw new OidcRefused(Refusal.SIGN_IN_UNKNOWN, "the state is another sign-in's");
    }
    if (response.getIssuer() != null && !response.getIssuer().getValue().equals(oidc().issuer())) {
      throw new OidcRefused(Refusal.ID_TOKEN_INVALID, "the answer is another provider's");
    }
    if (!response.indicatesSuccess()) {
      throw OidcProvider.refused(response.toErrorResponse().getErrorObject());
    }
    OidcProvider.Told told =
        described().redeem(response.toSuccessResponse().getAuthorizationCode(), attempt);
    return accounts.find(
        told.claims(),
        oidc(),
        origins.of(caller, Actor.server(), Origins.strangers(clock.instant())));
  }

  private static AuthenticationResponse parsed(URI answer) throws OidcRefused {
    try {
      return AuthenticationResponseParser.parse(answer);
    } catch (ParseException e) {
      throw new OidcRefused(Refusal.SIGN_IN_UNKNOWN, "the answer can't be read");
    }
  }

  private synchronized OidcProvider described() throws OidcRefused {
    Instant now = clock.instant();
    if (provider == null || describedAt.plus(DESCRIBED).isBefore(now)) {
      provider = OidcProvider.discover(oidc());
      describedAt = now;
    }
    return provider;
  }

  private Oidc oidc() {
    return settings.oidc();
  }
}
