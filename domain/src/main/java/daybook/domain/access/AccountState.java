// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import java.util.List;

/**
 * An account as it stands; {@code administrator} holds every permission.
 *
 * @param permissions its own; of one who was judged, those of its roles too
 * @param roles by number, without the built-in role of administrators
 */
public record AccountState(
    AccountId account,
    boolean administrator,
    boolean service,
    boolean active,
    List<Permission> permissions,
    List<Long> roles) {

  public AccountState {
    permissions = permissions == null ? List.of() : List.copyOf(permissions);
    roles = roles == null ? List.of() : List.copyOf(roles);
  }

  /** One without roles. */
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
    return new AccountState(account, administrator, service, now, permissions, roles);
  }

  /** The same, with other permissions. */
  public AccountState permissions(List<Permission> now) {
    return new AccountState(account, administrator, service, active, now, roles);
  }

  public boolean may(Permission permission) {
    return active && holds(permission);
  }

  /** As {@link #may}, whether it is active or not. */
  public boolean holds(Permission permission) {
    return administrator || permissions.contains(permission);
  }
}
