// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import java.util.List;

/**
 * An account as it stands; {@code administrator} holds every permission.
 *
 * @param permissions its own; of one who was judged, those of its roles too
 * @param roles by number, without the built-in role of administrators
 * @param era how often all its page sessions have ended, by a new password or because it was shut
 *     out: a page session is good in the era of its sign-in alone
 */
public record AccountState(
    AccountId account,
    boolean administrator,
    boolean service,
    boolean active,
    List<Permission> permissions,
    List<Long> roles,
    int era) {

  public AccountState {
    permissions = permissions == null ? List.of() : List.copyOf(permissions);
    roles = roles == null ? List.of() : List.copyOf(roles);
  }

  /** One whose page sessions have never ended. */
  public AccountState(
      AccountId account,
      boolean administrator,
      boolean service,
      boolean active,
      List<Permission> permissions,
      List<Long> roles) {
    this(account, administrator, service, active, permissions, roles, 0);
  }

  /** The same without roles. */
  public AccountState(
      AccountId account,
      boolean administrator,
      boolean service,
      boolean active,
      List<Permission> permissions) {
    this(account, administrator, service, active, permissions, List.of());
  }

  /** The same, let in or shut out. */
  public AccountState active(boolean now) {
    return new AccountState(account, administrator, service, now, permissions, roles, era);
  }

  /** The same, with other permissions. */
  public AccountState permissions(List<Permission> now) {
    return new AccountState(account, administrator, service, active, now, roles, era);
  }

  /** The same, with all that it holds anew. */
  public AccountState holding(boolean all, List<Permission> own, List<Long> ofRoles) {
    return new AccountState(account, all, service, active, own, ofRoles, era);
  }

  /** The same in its next era. */
  public AccountState sessionsEnded() {
    return new AccountState(account, administrator, service, active, permissions, roles, era + 1);
  }

  public boolean may(Permission permission) {
    return active && holds(permission);
  }

  /** As {@link #may}, whether it is active or not. */
  public boolean holds(Permission permission) {
    return administrator || permissions.contains(permission);
  }
}
