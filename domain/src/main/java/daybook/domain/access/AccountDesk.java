// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Port: accounts, for people who look after them. What it answers is what the log holds, also right
 * after a change. Nobody gives what they don't hold, nor changes an account that may more than
 * they: refused with {@code PERMISSION_NOT_HELD}, whose detail names the permission.
 */
public interface AccountDesk {
  /** All of them, by number. */
  List<AccountEntry> all();

  Optional<AccountEntry> find(long number);

  /** The same by id; every account that may sign in has an entry. */
  Optional<AccountEntry> find(AccountId account);

  /**
   * Makes one; replies with its number. Refused with {@code NAME_TAKEN}.
   *
   * @throws InvalidInput when a role is unknown
   */
  Outcome<Long> create(NewAccount account, AccountState by, Origin origin);

  /**
   * Changes one. Refused with {@code UNKNOWN}, or with {@code LAST_ADMINISTRATOR} when no active
   * administrator would be left.
   *
   * @throws InvalidInput when a role is unknown, or a service gets a password
   */
  Outcome<Void> change(long number, AccountChange change, AccountState by, Origin origin);

  /**
   * Changes one's own password.
   *
   * @param present what it is now; refused with {@code PASSWORD_WRONG} when it isn't, and with
   *     {@code THROTTLED} after too many such
   * @throws InvalidInput when the new one is too short
   */
  Outcome<Void> changeOwnPassword(String present, String password, AccountState by, Origin origin);
}
