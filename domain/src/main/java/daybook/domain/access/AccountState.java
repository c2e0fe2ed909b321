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

  public boolean may(Permission permission) {
    return active && (administrator || permissions.contains(permission));
  }
}
