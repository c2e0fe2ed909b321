// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Personal;
import daybook.domain.Secret;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.access.AccountChange;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountIntent;
import daybook.domain.access.AccountIntent.ChangeAccount;
import daybook.domain.access.AccountIntent.ChangePassword;
import daybook.domain.access.AccountIntent.CreateAccount;
import daybook.domain.access.AccountIntent.DescribeAccount;
import daybook.domain.access.AccountIntent.SetActive;
import daybook.domain.access.AccountState;
import daybook.domain.access.NewAccount;
import daybook.domain.access.RegisterIntent.CountAdministrator;
import daybook.domain.access.RegisterIntent.DiscountAdministrator;
import daybook.domain.access.RegisterIntent.RegisterAccount;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The accounts of operators: makes and changes them. There is always an active administrator: the
 * register counts one after it has become so, and is asked before it ceases to be.
 */
@Component
public class Accounts {
  /** The events that words and passwords are sealed for, and where in them they stand. */
  static final String CREATED = "AccountCreated";

  static final String CHANGED = "AccountChanged";
  static final String PASSWORD_CHANGED = "PasswordChanged";
  static final String USERNAME = "username";
  static final String DESCRIPTION = "description";
  static final String PASSWORD = "password";

  private final Intents intents;
  private final Vault vault;
  private final Clock clock;
  private final Passwords passwords = new Passwords();

  public Accounts(Intents intents, Vault vault, Clock clock) {
    this.intents = intents;
    this.vault = vault;
    this.clock = clock;
  }

  /** The id that a user name leads to, in whatever case it is written. */
  public AccountId idOf(String username) {
    String name = Normalizer.normalize(username.strip(), Normalizer.Form.NFKC);
    byte[] folded = name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return new AccountId(vault.fingerprint(Subject.server(), folded));
  }

  /** Makes an account. Refused with {@code NAME_TAKEN} when there is one of that name. */
  public Outcome<AccountId> create(NewAccount account, Origin origin) {
    AccountId id = idOf(account.username());
    Subject subject = Subject.of(id.stream());
    Instant now = clock.instant();
    CreateAccount intent =
        new CreateAccount(
            id,
            now,
            vault.personal(subject, CREATED, USERNAME, bytes(account.username()), now),
            account.administrator(),
            account.service(),
            account.active(),
            account.permissions(),
            hashed(account.password(), CREATED, subject),
            described(account.description(), CREATED, subject, now),
            account.roles());
    Outcome<Void> made = intents.send(intent, origin);
    if (made.isAccepted()) {
      made = register(id, account.administrator() && account.active(), origin).map(it -> null);
    }
    return made.map(nothing -> id);
  }

  /** An account by its user name. Refused with {@code UNKNOWN} when there is none. */
  public Outcome<AccountState> find(String username, Origin origin) {
    return intents.send(new DescribeAccount(idOf(username), clock.instant()), origin);
  }

  /** Sees to it that the register knows an account, as those made before there was one. */
  public Outcome<Long> register(AccountId account, Origin origin) {
    Outcome<AccountState> state =
        intents.send(new DescribeAccount(account, clock.instant()), origin);
    return state.isAccepted()
        ? register(account, state.reply().administrator() && state.reply().active(), origin)
        : state.map(never -> null);
  }

  private Outcome<Long> register(AccountId account, boolean administrator, Origin origin) {
    Outcome<Long> number = intents.send(new RegisterAccount(account, clock.instant()), origin);
    return number.isAccepted() && administrator
        ? intents
            .send(new CountAdministrator(account, clock.instant()), origin)
            .map(nothing -> number.reply())
        : number;
  }

  /**
   * Lets an account in again, or shuts it out, at once. Refused with {@code LAST_ADMINISTRATOR}
   * when no active administrator would be left.
   */
  public Outcome<Void> setActive(AccountId account, boolean active, Origin origin) {
    return governed(
        account,
        state -> state.administrator() && active,
        new SetActive(account, clock.instant(), active),
        origin);
  }

  /** Changes what an account is; refused as {@link #setActive}. */
  public Outcome<Void> change(AccountState present, AccountChange change, Origin origin) {
    AccountId id = present.account();
    Subject subject = Subject.of(id.stream());
    Instant now = clock.instant();
    ChangeAccount intent =
        new ChangeAccount(
            id,
            now,
            described(change.description(), CHANGED, subject, now),
            change.administrator(),
            change.roles(),
            change.permissions());
    Outcome<Void> outcome =
        governed(
            id,
            state -> change.administrator() && state.active() && change.active(),
            intent,
            origin);
    if (outcome.isAccepted() && present.active() != change.active()) {
      outcome = setActive(id, change.active(), origin);
    }
    return outcome.isAccepted() && change.password() != null
        ? changePassword(id, change.password(), origin)
        : outcome;
  }

  /** Sets a password, which must be one by the rules. */
  Outcome<Void> changePassword(AccountId account, String password, Origin origin) {
    Secret hash = hashed(password, PASSWORD_CHANGED, Subject.of(account.stream()));
    return intents.send(new ChangePassword(account, clock.instant(), hash), origin);
  }

  /** Sends a change that may end that an account is an active administrator, or begin it. */
  private Outcome<Void> governed(
      AccountId account,
      Predicate<AccountState> rulesAfter,
      AccountIntent<Void> change,
      Origin origin) {
    Outcome<AccountState> before =
        intents.send(new DescribeAccount(account, clock.instant()), origin);
    if (!before.isAccepted()) {
      return before.map(never -> null);
    }
    boolean ruled = before.reply().administrator() && before.reply().active();
    boolean rules = rulesAfter.test(before.reply());
    if (ruled && !rules) {
      Outcome<Void> discounted =
          intents.send(new DiscountAdministrator(account, clock.instant()), origin);
      if (!discounted.isAccepted()) {
        return discounted;
      }
    }
    Outcome<Void> outcome = intents.send(change, origin);
    boolean counts = outcome.isAccepted() ? rules && !ruled : ruled && !rules;
    if (counts) {
      Outcome<Void> counted =
          intents.send(new CountAdministrator(account, clock.instant()), origin);
      return outcome.isAccepted() ? counted : outcome;
    }
    return outcome;
  }

  private Secret hashed(String password, String event, Subject subject) {
    return password == null
        ? null
        : vault.secret(subject, event, PASSWORD, bytes(passwords.hash(password).text()));
  }

  private Personal described(String text, String event, Subject subject, Instant now) {
    return text == null || text.isBlank()
        ? null
        : vault.comparablePersonal(subject, event, DESCRIPTION, bytes(text.strip()), now);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
