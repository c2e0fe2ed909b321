// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.oidc;

import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import daybook.commandside.access.Accounts;
import daybook.commandside.oidc.OidcSettings.Oidc;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Outcome.Refused;
import daybook.domain.Refusal;
import daybook.domain.access.AccountChange;
import daybook.domain.access.AccountDesk;
import daybook.domain.access.AccountEntry;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountIntent.DescribeAccount;
import daybook.domain.access.AccountState;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.NewAccount;
import daybook.domain.access.Role;
import daybook.domain.access.RoleDesk;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which account somebody is whom the provider has vouched for, and which roles it has from then on.
 * The built-in role of administrators is neither given nor taken by a provider.
 */
@Component
final class OidcAccounts {
  private static final String EMAIL = "email";

  private final Accounts accounts;
  private final AccountDesk desk;
  private final RoleDesk roles;
  private final Intents intents;
  private final Clock clock;

  OidcAccounts(Accounts accounts, AccountDesk desk, RoleDesk roles, Intents intents, Clock clock) {
    this.accounts = accounts;
    this.desk = desk;
    this.roles = roles;
    this.intents = intents;
    this.clock = clock;
  }

  /**
   * The account, made and changed as the settings say.
   *
   * @param origin of what is made and changed: the server's, for the person isn't known yet
   */
  AccountId find(ClaimsSet claims, Oidc settings, Origin origin) throws OidcRefused {
    String name = name(claims, settings.accountClaim());
    AccountId id = accounts.idOf(name);
    Outcome<AccountState> known = intents.send(new DescribeAccount(id, clock.instant()), origin);
    Refusal refusal = known.refusal().map(Refused::reason).orElse(null);
    if (refusal == Refusal.UNKNOWN) {
      if (!settings.createAccounts()) {
        throw new OidcRefused(
            Refusal.UNKNOWN, "no account is called as the claim " + settings.accountClaim());
      }
      return create(name, claims, settings, origin);
    }
    if (refusal != null) {
      throw new OidcRefused(refusal, "the account can't be asked");
    }
    if (known.reply().service() || !known.reply().active()) {
      throw new OidcRefused(
          Refusal.INACTIVE,
          known.reply().service() ? "a service has no pages" : "the account is not active",
          id);
    }
    if (!settings.rolesClaim().isEmpty()) {
      giveRoles(known.reply(), roles(claims, settings), origin);
    }
    return id;
  }

  private String name(ClaimsSet claims, String claim) throws OidcRefused {
    if (!(claims.getClaim(claim) instanceof String name) || name.isBlank()) {
      throw new OidcRefused(Refusal.CLAIM_MISSING, "there is no claim " + claim);
    }
    if (claim.equals(EMAIL) && !verified(claims)) {
      throw new OidcRefused(Refusal.CLAIM_MISSING, "the claim email is not verified");
    }
    return name;
  }

  /** Some providers send the word as a text. */
  private static boolean verified(ClaimsSet claims) {
    return "true".equals(String.valueOf(claims.getClaim("email_verified")));
  }

  private AccountId create(String name, ClaimsSet claims, Oidc settings, Origin origin)
      throws OidcRefused {
    try {
      NewAccount account =
          new NewAccount(name, null, false, false, true, List.of(), null, roles(claims, settings));
      Outcome<AccountId> made = accounts.create(account, origin);
      if (made.isAccepted()) {
        return made.reply();
      }
      throw new OidcRefused(made.refusal().orElseThrow().reason(), "the account could not be made");
    } catch (InvalidInput e) {
      throw new OidcRefused(
          Refusal.CLAIM_MISSING,
          "no account can be called as the claim " + settings.accountClaim());
    }
  }

  private void giveRoles(AccountState present, List<Long> wanted, Origin origin)
      throws OidcRefused {
    if (Set.copyOf(present.roles()).equals(Set.copyOf(wanted))) {
      return;
    }
    AccountEntry entry = desk.find(present.account()).orElseThrow();
    Outcome<Void> changed =
        accounts.change(
            present,
            new AccountChange(
                entry.description(),
                present.active(),
                present.administrator(),
                wanted,
                present.permissions(),
                null),
            origin);
    if (!changed.isAccepted()) {
      throw new OidcRefused(
          changed.refusal().orElseThrow().reason(), "its roles could not be changed");
    }
  }

  /** The numbers of those roles here that the claim names; it may name others. */
  private List<Long> roles(ClaimsSet claims, Oidc settings) {
    if (settings.rolesClaim().isEmpty()) {
      return List.of();
    }
    Object claim = claims.getClaim(settings.rolesClaim());
    Collection<?> given =
        claim instanceof Collection<?> many ? many : claim == null ? List.of() : List.of(claim);
    Set<String> names =
        given.stream()
            .map(it -> String.valueOf(it).toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return roles.all().stream()
        .filter(role -> role.number() != Role.ADMINISTRATOR)
        .filter(role -> names.contains(role.name().toLowerCase(Locale.ROOT)))
        .map(Role::number)
        .sorted()
        .toList();
  }
}
