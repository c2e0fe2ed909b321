// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.Intent;
import daybook.domain.StreamId;
import java.time.Instant;
import java.util.List;

/**
 * Everything that may be asked of the register of accounts: their numbers, and who are active
 * administrators. It counts nobody as one who isn't: one is counted after having become an
 * administrator, and discounted before ceasing to be.
 */
public sealed interface RegisterIntent<R> extends Intent<R> {
  StreamId STREAM = StreamId.all("accounts");

  @Override
  default StreamId target() {
    return STREAM;
  }

  /** Gives an account a number; replies with the one that it has. */
  record RegisterAccount(AccountId account, Instant now) implements RegisterIntent<Long> {}

  /** All of them, by number. */
  record ListAccounts(Instant now) implements RegisterIntent<List<RegisteredAccount>> {}

  /** Refused with {@code UNKNOWN} when no account has the number. */
  record FindAccount(long number, Instant now) implements RegisterIntent<AccountId> {}

  /** Nothing happens when it counts already. */
  record CountAdministrator(AccountId account, Instant now) implements RegisterIntent<Void> {}

  /** Refused with {@code LAST_ADMINISTRATOR} when nobody else would be left. */
  record DiscountAdministrator(AccountId account, Instant now) implements RegisterIntent<Void> {}
}
