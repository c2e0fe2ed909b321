// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.commandside.access.SignInAttempts.AccountKey;
import daybook.commandside.door.Caller;
import daybook.commandside.refusal.Refusals;
import daybook.domain.Actor;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Personal;
import daybook.domain.Refusal;
import daybook.domain.Vault;
import daybook.domain.access.AccountChange;
import daybook.domain.access.AccountDesk;
import daybook.domain.access.AccountDetails;
import daybook.domain.access.AccountEntry;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountIntent.AskPassword;
import daybook.domain.access.AccountIntent.ShowAccount;
import daybook.domain.access.AccountState;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.KeptPassword;
import daybook.domain.access.NewAccount;
import daybook.domain.access.PasswordRules;
import daybook.domain.access.Permission;
import daybook.domain.access.RegisterIntent.FindAccount;
import daybook.domain.access.RegisterIntent.ListAccounts;
import daybook.domain.access.RegisterIntent.RegisterAccount;
import daybook.domain.access.RegisteredAccount;
import daybook.domain.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Accounts for people who look after them, each asked of its aggregate. */
@Component
final class AccountBook implements AccountDesk {
  private final Accounts accounts;
  private final RoleBook roles;
  private final Intents intents;
  private final Vault vault;
  private final Refusals refusals;
  private final Clock clock;
  private final Passwords passwords = new Passwords();

  /** Of those who would change their own password, so that a lost session can't guess it. */
  private final SignInAttempts attempts;

  AccountBook(
      Accounts accounts,
      RoleBook roles,
      Intents intents,
      Vault vault,
      Refusals refusals,
      Clock clock) {
    this.accounts = accounts;
    this.roles = roles;
    this.intents = intents;
    this.vault = vault;
    this.refusals = refusals;
    this.clock = clock;
    this.attempts = new SignInAttempts(clock);
  }

  @Override
  public List<AccountEntry> all() {
    return Asking.reply(intents.send(new ListAccounts(clock.instant()), asking())).stream()
        .flatMap(it -> entry(it).stream())
        .toList();
  }

  @Override
  public Optional<AccountEntry> find(long number) {
    Outcome<AccountId> id = intents.send(new FindAccount(number, clock.instant()), asking());
    return Asking.found(id).flatMap(it -> entry(new RegisteredAccount(number, it)));
  }

  @Override
  public Optional<AccountEntry> find(AccountId account) {
    long number =
        Asking.reply(intents.send(new RegisterAccount(account, clock.instant()), asking()));
    return entry(new RegisteredAccount(number, account));
  }

  @Override
  public Outcome<Long> create(NewAccount account, AccountState by, Origin origin) {
    AccountState future =
        new AccountState(
            accounts.idOf(account.username()),
            account.administrator(),
            account.service(),
            account.active(),
            account.permissions(),
            account.roles());
    return lacking(future, by)
        .<Outcome<Long>>map(refused -> refused.map(never -> null))
        .orElseGet(() -> numbered(accounts.create(account, origin), origin));
  }

  @Override
  public Outcome<Void> change(long number, AccountChange change, AccountState by, Origin origin) {
    Optional<AccountEntry> found = find(number);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.UNKNOWN, "there is no such account");
    }
    AccountState present = found.get().state();
    check(present, change);
    AccountState future =
        new AccountState(
            present.account(),
            change.administrator(),
            present.service(),
            change.active(),
            change.permissions(),
            change.roles());
    return lacking(future, by)
        .or(() -> lacking(present, by))
        .orElseGet(() -> accounts.change(present, change, origin));
  }

  @Override
  public Outcome<Void> changeOwnPassword(
      String present, String password, AccountState by, Origin origin) {
    PasswordRules.check(password);
    AccountKey key = new AccountKey(by.account().value(), by.account().value());
    if (!attempts.begin(key)) {
      return refused(Refusal.THROTTLED, "too many wrong passwords", by, origin);
    }
    Outcome<KeptPassword> kept =
        intents.send(new AskPassword(by.account(), clock.instant()), origin);
    if (!kept.isAccepted()) {
      attempts.undecided(key);
      return kept.map(never -> null);
    }
    if (!passwords.match(present, Passwords.open(vault, kept.reply()))) {
      return refused(Refusal.PASSWORD_WRONG, "the present password is wrong", by, origin);
    }
    attempts.succeeded(key);
    return accounts.changePassword(by.account(), password, origin);
  }

  /** The trail keeps it, as it keeps a refused sign-in: a lost session may be behind it. */
  private Outcome<Void> refused(Refusal reason, String detail, AccountState by, Origin origin) {
    Caller caller = new Caller(origin.requestId(), address(origin), null);
    refusals.refused("own_password", reason, detail, by.account(), caller);
    return Outcome.refused(reason, detail);
  }

  private String address(Origin origin) {
    return Optional.ofNullable(origin.remoteAddress())
        .flatMap(it -> vault.open(it.sealed(), Origin.SEALED_AS, Origin.REMOTE_ADDRESS))
        .map(it -> new String(it, StandardCharsets.UTF_8))
        .orElse("");
  }

  private static void check(AccountState present, AccountChange change) {
    if (present.service() && change.administrator()) {
      throw InvalidInput.of("roles", "A service account can't be an administrator.");
    }
    if (present.service() && change.password() != null) {
      throw InvalidInput.of("password", "A service account has no password.");
    }
  }

  private Outcome<Long> numbered(Outcome<AccountId> made, Origin origin) {
    return made.isAccepted()
        ? intents.send(new RegisterAccount(made.reply(), clock.instant()), origin)
        : made.map(never -> null);
  }

  /** The refusal when {@code by} doesn't hold all that an account holds. */
  private Optional<Outcome<Void>> lacking(AccountState account, AccountState by) {
    List<Role> known = roles.all();
    for (Long number : account.roles()) {
      if (known.stream().noneMatch(role -> role.number() == number)) {
        throw InvalidInput.of(
            "roles", "Invalid pk \"%d\" - object does not exist.".formatted(number));
      }
    }
    List<Permission> all = RoleStanding.given(account, known);
    return Holding.lacking(by, account.administrator(), all);
  }

  private Optional<AccountEntry> entry(RegisteredAccount registered) {
    return Asking.found(
            intents.send(new ShowAccount(registered.account(), clock.instant()), asking()))
        .map(details -> entry(registered.number(), details));
  }

  private AccountEntry entry(long number, AccountDetails it) {
    List<Long> known = roles.all().stream().map(Role::number).toList();
    AccountState state = it.state();
    return new AccountEntry(
        number,
        new AccountState(
            state.account(),
            state.administrator(),
            state.service(),
            state.active(),
            state.permissions(),
            state.roles().stream().filter(known::contains).toList()),
        opened(it.username(), Accounts.CREATED, Accounts.USERNAME),
        opened(it.description(), it.describedIn(), Accounts.DESCRIPTION),
        it.hasPassword(),
        it.createdAt(),
        it.changedAt(),
        it.signedInAt(),
        it.tokens());
  }

  private String opened(Personal words, String event, String path) {
    return words == null
        ? null
        : vault
            .open(words.sealed(), event, path)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse(null);
  }

  private static Origin asking() {
    return Origin.of(Actor.server(), UUID.randomUUID().toString());
  }
}
