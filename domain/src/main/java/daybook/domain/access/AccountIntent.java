// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.Intent;
import daybook.domain.Personal;
import daybook.domain.Secret;
import daybook.domain.StreamId;
import java.time.Instant;
import java.util.List;

/** Everything that may be asked of an account. */
public sealed interface AccountIntent<R> extends Intent<R> {
  AccountId account();

  @Override
  default StreamId target() {
    return account().stream();
  }

  /** Asks; refused with {@code UNKNOWN} when there is no such account. */
  record DescribeAccount(AccountId account, Instant now) implements AccountIntent<AccountState> {}

  /** Asks for all that people are shown; refused with {@code UNKNOWN} likewise. */
  record ShowAccount(AccountId account, Instant now) implements AccountIntent<AccountDetails> {}

  /**
   * @param username sealed for {@code AccountCreated}
   * @param password a slow hash, sealed for {@code AccountCreated}; null: can't sign in to pages
   * @param description sealed for {@code AccountCreated}; may be null
   * @param roles by number, without the built-in role of administrators
   */
  record CreateAccount(
      AccountId account,
      Instant now,
      Personal username,
      boolean administrator,
      boolean service,
      boolean active,
      List<Permission> permissions,
      Secret password,
      Personal description,
      List<Long> roles)
      implements AccountIntent<Void> {}

  /**
   * Says anew what an account is and may; nothing happens when it is so already.
   *
   * @param description sealed for {@code AccountChanged}, comparable; may be null
   * @param roles by number, without the built-in role of administrators
   */
  record ChangeAccount(
      AccountId account,
      Instant now,
      Personal description,
      boolean administrator,
      List<Long> roles,
      List<Permission> permissions)
      implements AccountIntent<Void> {}

  /**
   * @param password a slow hash, sealed for {@code PasswordChanged}; null: none any more
   */
  record ChangePassword(AccountId account, Instant now, Secret password)
      implements AccountIntent<Void> {}

  /**
   * @param tokenSha256 lower-case hex
   * @param expiresAt null: never
   */
  record IssueToken(
      AccountId account, Instant now, String tokenSha256, String name, Instant expiresAt)
      implements AccountIntent<Void> {}

  /**
   * Ends all tokens of a name; refused with {@code TOKEN_UNKNOWN} when there is none.
   *
   * @param name null: all tokens of the account
   */
  record RevokeTokens(AccountId account, Instant now, String name)
      implements AccountIntent<Integer> {}

  /**
   * Ends one token; refused with {@code TOKEN_UNKNOWN} when there is none such.
   *
   * @param token as {@link ApiToken#id}
   */
  record RevokeToken(AccountId account, Instant now, String token) implements AccountIntent<Void> {}

  /** A token was used; an event once a day of UTC. */
  record RecordTokenUse(AccountId account, Instant now, String tokenSha256)
      implements AccountIntent<Void> {}

  /** Lets an account in again, or shuts it out; nothing happens when it is so already. */
  record SetActive(AccountId account, Instant now, boolean active) implements AccountIntent<Void> {}

  /**
   * Judges an API token; refused with {@code TOKEN_UNKNOWN}, {@code TOKEN_REVOKED}, {@code
   * TOKEN_EXPIRED} or {@code INACTIVE}.
   */
  record JudgeToken(AccountId account, Instant now, String tokenSha256)
      implements AccountIntent<AccountState> {}

  /** The sealed hash of the password, for the door to compare; refused like {@code JudgeToken}. */
  record AskPassword(AccountId account, Instant now) implements AccountIntent<KeptPassword> {}

  /**
   * A page session has begun.
   *
   * @param provider the issuer of the OpenID Connect provider that vouched; null: a password did
   */
  record RecordSignIn(AccountId account, Instant now, String provider)
      implements AccountIntent<AccountState> {}
}
