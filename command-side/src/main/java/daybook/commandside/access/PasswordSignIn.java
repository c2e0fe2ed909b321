// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.commandside.access.SignInAttempts.AccountKey;
import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Personal;
import daybook.domain.Refusal;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountIntent.AskPassword;
import daybook.domain.access.AccountIntent.RecordSignIn;
import daybook.domain.access.AccountState;
import daybook.domain.access.KeptPassword;
import daybook.domain.access.SignIn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Signing in with a name and a password. An unknown name costs the same work as a wrong password.
 */
@Component
final class PasswordSignIn implements SignIn {
  private static final int LONGEST = 1_000;

  private final Accounts accounts;
  private final Intents intents;
  private final Vault vault;
  private final Clock clock;
  private final Passwords passwords = new Passwords();
  private final SignInAttempts attempts;

  PasswordSignIn(Accounts accounts, Intents intents, Vault vault, Clock clock) {
    this.accounts = accounts;
    this.intents = intents;
    this.vault = vault;
    this.clock = clock;
    this.attempts = new SignInAttempts(clock);
  }

  @Override
  public Outcome<AccountState> signIn(
      String username, String password, String remoteAddress, String userAgent) {
    if (username.length() > LONGEST || password.length() > LONGEST) {
      return wrong();
    }
    AccountId account = accounts.idOf(username);
    AccountKey key = new AccountKey(account.value(), remoteAddress);
    if (attempts.tooMany(key)) {
      return Outcome.refused(Refusal.THROTTLED, "too many failed attempts");
    }
    Origin origin = Origin.of(Actor.operator(account.value()), UUID.randomUUID().toString());
    Outcome<KeptPassword> hash = intents.send(new AskPassword(account, clock.instant()), origin);
    if (hash.refusal().filter(refused -> unavailable(refused.reason())).isPresent()) {
      return hash.map(never -> null);
    }
    if (!passwords.match(
        password, Passwords.open(vault, hash.isAccepted() ? hash.reply() : null))) {
      attempts.failed(key);
      return wrong();
    }
    attempts.succeeded(key);
    return intents.send(
        new RecordSignIn(account, clock.instant()),
        new Origin(
            origin.actor(),
            origin.requestId(),
            null,
            sealed(account, Origin.REMOTE_ADDRESS, remoteAddress),
            sealed(account, Origin.USER_AGENT, userAgent)));
  }

  private Personal sealed(AccountId account, String key, String value) {
    return value == null
        ? null
        : vault.personal(
            Subject.of(account.stream()),
            Origin.SEALED_AS,
            key,
            value.getBytes(StandardCharsets.UTF_8),
            clock.instant());
  }

  private static boolean unavailable(Refusal reason) {
    return switch (reason) {
      case BUSY, STORE_UNAVAILABLE, CLOCK_UNTRUSTED -> true;
      default -> false;
    };
  }

  private static Outcome<AccountState> wrong() {
    return Outcome.refused(Refusal.PASSWORD_WRONG, "the name or the password is wrong");
  }
}
