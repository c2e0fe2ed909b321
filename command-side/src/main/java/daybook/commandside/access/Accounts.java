// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.domain.Actor;
import daybook.domain.Catchup;
import daybook.domain.Directory;
import daybook.domain.Intents;
import daybook.domain.Log;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Personal;
import daybook.domain.Refusal;
import daybook.domain.Secret;
import daybook.domain.StreamId;
import daybook.domain.Subject;
import daybook.domain.Vault;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountIntent.CreateAccount;
import daybook.domain.access.AccountIntent.DescribeAccount;
import daybook.domain.access.AccountIntent.IssueToken;
import daybook.domain.access.AccountIntent.JudgeToken;
import daybook.domain.access.AccountIntent.RevokeTokens;
import daybook.domain.access.AccountIntent.SetActive;
import daybook.domain.access.AccountState;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The accounts of operators: makes them and their API tokens, and judges tokens. Each question goes
 * to the account's aggregate; the directory only finds it.
 */
@Component
public class Accounts {
  /** The event that an account's name and password are sealed for, and where in it they stand. */
  static final String CREATED = "AccountCreated";

  static final String PASSWORD = "password";
  private static final String USERNAME = "username";
  private static final String FEATURE = "access";
  private static final Duration CATCHUP = Duration.ofSeconds(2);
  private static final int LONGEST_TOKEN = 512;

  private final Intents intents;
  private final Vault vault;
  private final Directory directory;
  private final Catchup catchup;
  private final Log log;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Passwords passwords = new Passwords();

  public Accounts(
      Intents intents, Vault vault, Directory directory, Catchup catchup, Log log, Clock clock) {
    this.intents = intents;
    this.vault = vault;
    this.directory = directory;
    this.catchup = catchup;
    this.log = log;
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
    Personal username = vault.personal(subject, CREATED, USERNAME, bytes(account.username()), now);
    Secret password =
        account.password() == null
            ? null
            : vault.secret(
                subject, CREATED, PASSWORD, bytes(passwords.hash(account.password()).text()));
    return intents
        .send(
            new CreateAccount(
                id,
                now,
                username,
                account.administrator(),
                account.service(),
                account.active(),
                account.permissions(),
                password),
            origin)
        .map(nothing -> id);
  }

  /** An account by its user name. Refused with {@code UNKNOWN} when there is none. */
  public Outcome<AccountState> find(String username, Origin origin) {
    return intents.send(new DescribeAccount(idOf(username), clock.instant()), origin);
  }

  /**
   * Issues an API token and waits until it can be found, so that it works at once.
   *
   * @param expiresAt null: never
   * @return the token in clear; it is shown this once, only its hash is kept
   */
  public Outcome<String> issueToken(
      AccountState account, String name, Instant expiresAt, Origin origin) {
    String token = ApiTokens.mint(account.service(), random);
    Outcome<Void> outcome =
        intents.send(
            new IssueToken(
                account.account(), clock.instant(), ApiTokens.sha256(token), name, expiresAt),
            origin);
    if (outcome.isAccepted()) {
      catchup.await(FEATURE, log.head(), CATCHUP);
    }
    return outcome.map(nothing -> token);
  }

  /**
   * Ends tokens at once.
   *
   * @param name null: all of the account
   * @return how many
   */
  public Outcome<Integer> revokeTokens(AccountId account, String name, Origin origin) {
    return intents.send(new RevokeTokens(account, clock.instant(), name), origin);
  }

  /** Lets an account in again, or shuts it out, at once. */
  public Outcome<Void> setActive(AccountId account, boolean active, Origin origin) {
    return intents.send(new SetActive(account, clock.instant(), active), origin);
  }

  /**
   * The account that an API token belongs to. Refused with {@code FIELD_INVALID} when its checksum
   * is wrong, else as {@link JudgeToken}.
   */
  public Outcome<AccountState> authenticate(String token) {
    if (token.length() > LONGEST_TOKEN) {
      return Outcome.refused(Refusal.TOKEN_UNKNOWN, "no token is that long");
    }
    if (ApiTokens.claimsChecksum(token) && !ApiTokens.checksumHolds(token)) {
      return Outcome.refused(Refusal.FIELD_INVALID, "the checksum of the token is wrong");
    }
    String sha256 = ApiTokens.sha256(token);
    Optional<StreamId> stream = directory.accountByToken(sha256);
    if (stream.isEmpty()) {
      return Outcome.refused(Refusal.TOKEN_UNKNOWN, "no account has this token");
    }
    AccountId account = AccountId.of(stream.get());
    return intents.send(new JudgeToken(account, clock.instant(), sha256), origin(account));
  }

  private static Origin origin(AccountId account) {
    return Origin.of(Actor.operator(account.value()), UUID.randomUUID().toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
