// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import java.util.List;

/** An account as it stands; {@code administrator} holds every permission. */
public record AccountState(
    AccountId account,
    boolean administrator,
    boolean service,
    boolean active,
    List<Permission> permissions) {

  /** The same, let in or shut out. */
  public AccountState active(boolean now) {
    return new AccountState(account, administrator, service, now, permissions);
  }

  public boolean may(Permission permission) {
    return active && (administrator || permissions.contains(permission));
  }
}
