// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.commandside.access.SignInAttempts.AccountKey;
import daybook.commandside.door.Caller;
import daybook.commandside.door.Origins;
import daybook.commandside.refusal.Refusals;
import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Outcome.Refused;
import daybook.domain.Refusal;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountIntent.AskPassword;
import daybook.domain.access.AccountIntent.RecordSignIn;
import daybook.domain.access.AccountState;
import daybook.domain.access.KeptPassword;
import daybook.domain.access.SignIn;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Signing in with a name and a password. An unknown name costs the same work as a wrong password.
 */
@Component
final class PasswordSignIn implements SignIn {
  private static final int LONGEST = 1_000;
  private static final String DOOR = "sign_in";
  private static final String TOO_MANY = "too many failed attempts";

  private final Accounts accounts;
  private final Intents intents;
  private final Vault vault;
  private final Origins origins;
  private final Refusals refusals;
  private final Clock clock;
  private final Passwords passwords = new Passwords();
  private final SignInAttempts attempts;

  PasswordSignIn(
      Accounts accounts,
      Intents intents,
      Vault vault,
      Origins origins,
      Refusals refusals,
      Clock clock) {
    this.accounts = accounts;
    this.origins = origins;
    this.refusals = refusals;
    this.intents = intents;
    this.vault = vault;
    this.clock = clock;
    this.attempts = new SignInAttempts(clock);
  }

  @Override
  public Outcome<AccountState> signIn(
      String username, String password, String remoteAddress, String userAgent) {
    Caller caller = new Caller(UUID.randomUUID().toString(), remoteAddress, userAgent);
    if (username.length() > LONGEST || password.length() > LONGEST) {
      return wrong(Refusal.FIELD_INVALID, "a name or a password is not that long", null, caller);
    }
    AccountId account = accounts.idOf(username);
    AccountKey key = new AccountKey(account.value(), remoteAddress);
    if (!attempts.begin(key)) {
      refusals.refused(DOOR, Refusal.THROTTLED, TOO_MANY, known(account, caller), caller);
      return Outcome.refused(Refusal.THROTTLED, TOO_MANY);
    }
    Outcome<KeptPassword> hash = ask(account, caller);
    if (hash.refusal().filter(refused -> unavailable(refused.reason())).isPresent()) {
      attempts.undecided(key);
      return hash.map(never -> null);
    }
    if (!passwords.match(
        password, Passwords.open(vault, hash.isAccepted() ? hash.reply() : null))) {
      return wrong(account, hash, caller);
    }
    attempts.succeeded(key);
    return intents.send(
        new RecordSignIn(account, clock.instant(), null),
        origins.of(caller, Actor.operator(account.value()), Subject.of(account.stream())));
  }

  /** The account, or null when there is none of this name. */
  private AccountId known(AccountId account, Caller caller) {
    Outcome<KeptPassword> asked = ask(account, caller);
    return asked.refusal().filter(it -> it.reason() == Refusal.UNKNOWN).isPresent()
        ? null
        : account;
  }

  private Outcome<KeptPassword> ask(AccountId account, Caller caller) {
    Origin asking = Origin.of(Actor.operator(account.value()), caller.requestId());
    return intents.send(new AskPassword(account, clock.instant()), asking);
  }

  /** The name as it was typed is kept nowhere: it may be a password in the wrong field. */
  private Outcome<AccountState> wrong(
      AccountId account, Outcome<KeptPassword> asked, Caller caller) {
    Refusal reason = asked.refusal().map(Refused::reason).orElse(Refusal.PASSWORD_WRONG);
    return reason == Refusal.UNKNOWN
        ? wrong(Refusal.UNKNOWN, "no account has this name", null, caller)
        : wrong(
            reason, asked.refusal().map(Refused::detail).orElse("a wrong one"), account, caller);
  }

  private Outcome<AccountState> wrong(
      Refusal reason, String detail, AccountId account, Caller caller) {
    refusals.refused(DOOR, reason, detail, account, caller);
    return Outcome.refused(Refusal.PASSWORD_WRONG, "the name or the password is wrong");
  }

  private static boolean unavailable(Refusal reason) {
    return switch (reason) {
      case BUSY, STORE_UNAVAILABLE, CLOCK_UNTRUSTED -> true;
      default -> false;
    };
  }
}
