// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Port: roles, for people who look after them. What it answers is what the log holds, also right
 * after a change. Nobody changes a role that gives, or is to give, what they don't hold: refused
 * with {@code PERMISSION_NOT_HELD}. The built-in role can't be changed: {@code ROLE_BUILT_IN}.
 */
public interface RoleDesk {
  /** All of them, by number, the built-in one first. */
  List<Role> all();

  Optional<Role> find(long number);

  /** Makes one; replies with its number. Refused with {@code NAME_TAKEN}. */
  Outcome<Long> create(String name, List<Permission> permissions, AccountState by, Origin origin);

  /** Refused with {@code UNKNOWN} or {@code NAME_TAKEN}; it holds from the next request on. */
  Outcome<Void> change(
      long number, String name, List<Permission> permissions, AccountState by, Origin origin);

  /** Refused with {@code UNKNOWN}; who had it, has it no more. */
  Outcome<Void> delete(long number, AccountState by, Origin origin);
}
