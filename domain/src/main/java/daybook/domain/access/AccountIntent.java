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

  /**
   * @param username sealed for {@code AccountCreated}
   * @param password a slow hash, sealed for {@code AccountCreated}; null: can't sign in to pages
   */
  record CreateAccount(
      AccountId account,
      Instant now,
      Personal username,
      boolean administrator,
      boolean service,
      boolean active,
      List<Permission> permissions,
      Secret password)
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

  /** Lets an account in again, or shuts it out; nothing happens when it is so already. */
  record SetActive(AccountId account, Instant now, boolean active) implements AccountIntent<Void> {}

  /**
   * Judges an API token; refused with {@code TOKEN_UNKNOWN}, {@code TOKEN_EXPIRED} or {@code
   * INACTIVE}.
   */
  record JudgeToken(AccountId account, Instant now, String tokenSha256)
      implements AccountIntent<AccountState> {}

  /** The sealed hash of the password, for the door to compare; refused like {@code JudgeToken}. */
  record AskPassword(AccountId account, Instant now) implements AccountIntent<Secret> {}

  /** A page session has begun. */
  record RecordSignIn(AccountId account, Instant now) implements AccountIntent<AccountState> {}
}
