// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.AccountDesk;
import daybook.domain.access.AccountEntry;
import daybook.domain.access.AccountState;
import daybook.domain.access.ApiToken;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.TokenDesk;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may issue a token for whom. */
@Component
final class TokenBook implements TokenDesk {
  private final AccountDesk accounts;
  private final AccountTokens tokens;
  private final RoleBook roles;
  private final Clock clock;

  TokenBook(AccountDesk accounts, AccountTokens tokens, RoleBook roles, Clock clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.roles = roles;
    this.clock = clock;
  }

  @Override
  public Outcome<Issued> issue(
      long account, String name, Instant expiresAt, AccountState by, Origin origin) {
    Optional<AccountEntry> found = accounts.find(account);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.UNKNOWN, "there is no such account");
    }
    if (expiresAt != null && !clock.instant().isBefore(expiresAt)) {
      throw InvalidInput.of("expiry", "This time has passed.");
    }
    AccountState owner = found.get().state();
    if (!owner.account().equals(by.account())) {
      if (!owner.service()) {
        return Outcome.refused(Refusal.OF_ANOTHER_PERSON, "for another person");
      }
      Optional<Outcome<Issued>> lacking =
          Holding.lacking(by, false, RoleStanding.given(owner, roles.all()));
      if (lacking.isPresent()) {
        return lacking.get();
      }
    }
    return tokens.issue(owner, name, expiresAt, origin).map(TokenBook::issued);
  }

  @Override
  public Outcome<Void> revoke(long account, String token, Origin origin) {
    return accounts
        .find(account)
        .map(entry -> tokens.revoke(entry.state().account(), token, origin))
        .orElseGet(() -> Outcome.refused(Refusal.UNKNOWN, "there is no such account"));
  }

  private static Issued issued(String secret) {
    String sha256 = ApiTokens.sha256(secret);
    return new Issued(new ApiToken(sha256, null, null, null, null).id(), secret);
  }
}
