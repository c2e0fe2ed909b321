// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import daybook.domain.Actor;
import daybook.domain.Directory;
import daybook.domain.Intents;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountIntent.IssueToken;
import daybook.domain.access.AccountIntent.JudgeToken;
import daybook.domain.access.AccountIntent.RecordTokenUse;
import daybook.domain.access.AccountIntent.RevokeToken;
import daybook.domain.access.AccountIntent.RevokeTokens;
import daybook.domain.access.AccountState;
import daybook.domain.access.RegisterIntent.FindAccount;
import daybook.domain.access.RegisterIntent.RegisterAccount;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Issues, revokes and judges API tokens. A token names the account that judges it, so it is good
 * from the moment on in which it is issued; the view is asked only for tokens of the former form.
 */
@Component
public class AccountTokens {
  private static final int LONGEST_TOKEN = 512;

  private final Intents intents;
  private final Directory directory;
  private final RoleStanding standing;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** The last day on which a use was recorded, by hash. */
  private final Cache<String, Instant> used = Caffeine.newBuilder().maximumSize(10_000).build();

  public AccountTokens(Intents intents, Directory directory, RoleStanding standing, Clock clock) {
    this.intents = intents;
    this.directory = directory;
    this.standing = standing;
    this.clock = clock;
  }

  /**
   * Issues a token.
   *
   * @param expiresAt null: never
   * @return the token in clear; it is shown this once, only its hash is kept
   */
  public Outcome<String> issue(
      AccountState account, String name, Instant expiresAt, Origin origin) {
    Outcome<Long> number =
        intents.send(new RegisterAccount(account.account(), clock.instant()), origin);
    if (!number.isAccepted()) {
      return number.map(never -> null);
    }
    String token = ApiTokens.mint(account.service(), number.reply(), random);
    return intents
        .send(
            new IssueToken(
                account.account(), clock.instant(), ApiTokens.sha256(token), name, expiresAt),
            origin)
        .map(nothing -> token);
  }

  /**
   * Ends tokens at once.
   *
   * @param name null: all of the account
   * @return how many
   */
  public Outcome<Integer> revokeNamed(AccountId account, String name, Origin origin) {
    return intents.send(new RevokeTokens(account, clock.instant(), name), origin);
  }

  /** Ends one token at once, by its id. */
  public Outcome<Void> revoke(AccountId account, String token, Origin origin) {
    return intents.send(new RevokeToken(account, clock.instant(), token), origin);
  }

  /**
   * What a token is worth.
   *
   * @param outcome the account with all that it may now, or why not
   * @param account whose token it is or was; null when that can't be told
   */
  public record Judged(Outcome<AccountState> outcome, AccountId account) {}

  /**
   * The account that a token belongs to, with all that it may now. Refused with {@code
   * TOKEN_MALFORMED} when the checksum is wrong, else as {@link JudgeToken}.
   */
  public Outcome<AccountState> judge(String token) {
    return judged(token).outcome();
  }

  /** The same, and whose token it is when it is refused. */
  public Judged judged(String token) {
    if (token.length() > LONGEST_TOKEN) {
      return nobodys(Outcome.refused(Refusal.TOKEN_UNKNOWN, "no token is that long"));
    }
    if (ApiTokens.claimsChecksum(token) && !ApiTokens.checksumHolds(token)) {
      return nobodys(
          Outcome.refused(Refusal.TOKEN_MALFORMED, "the checksum of the token is wrong"));
    }
    String sha256 = ApiTokens.sha256(token);
    Judged judged = byTheJudgeItNames(token, sha256);
    if (isUnknown(judged.outcome())) {
      judged = byTheDirectory(sha256);
    }
    if (!judged.outcome().isAccepted()) {
      return isUnknown(judged.outcome()) ? nobodys(judged.outcome()) : judged;
    }
    AccountState account = judged.outcome().reply();
    Origin origin = origin(account.account());
    recordUse(account.account(), sha256, origin);
    return new Judged(standing.withRoles(account, origin), account.account());
  }

  private Judged byTheJudgeItNames(String token, String sha256) {
    Optional<Long> number = ApiTokens.accountNumber(token);
    if (number.isEmpty()) {
      return unknown();
    }
    Outcome<AccountId> account =
        intents.send(
            new FindAccount(number.get(), clock.instant()),
            Origin.of(Actor.stranger(), UUID.randomUUID().toString()));
    if (account.isAccepted()) {
      return judge(account.reply(), sha256);
    }
    return account.refusal().orElseThrow().reason() == Refusal.UNKNOWN
        ? unknown()
        : nobodys(account.map(never -> null));
  }

  private Judged byTheDirectory(String sha256) {
    return directory
        .accountByToken(sha256)
        .map(stream -> judge(AccountId.of(stream), sha256))
        .orElseGet(AccountTokens::unknown);
  }

  private Judged judge(AccountId account, String sha256) {
    return new Judged(
        intents.send(new JudgeToken(account, clock.instant(), sha256), origin(account)), account);
  }

  private static boolean isUnknown(Outcome<AccountState> outcome) {
    return outcome.refusal().filter(no -> no.reason() == Refusal.TOKEN_UNKNOWN).isPresent();
  }

  /** Once a day; a request isn't refused because its token's use can't be written down. */
  private void recordUse(AccountId account, String sha256, Origin origin) {
    Instant now = clock.instant();
    Instant today = now.truncatedTo(ChronoUnit.DAYS);
    if (today.equals(used.getIfPresent(sha256))) {
      return;
    }
    if (intents.send(new RecordTokenUse(account, now, sha256), origin).isAccepted()) {
      used.put(sha256, today);
    }
  }

  private static Judged unknown() {
    return nobodys(Outcome.refused(Refusal.TOKEN_UNKNOWN, "no account has this token"));
  }

  private static Judged nobodys(Outcome<AccountState> outcome) {
    return new Judged(outcome, null);
  }

  private static Origin origin(AccountId account) {
    return Origin.of(Actor.operator(account.value()), UUID.randomUUID().toString());
  }
}
