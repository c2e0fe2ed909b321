// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import java.util.List;

/**
 * What an account is to be from now on.
 *
 * @param password null: as it was
 * @param roles by number, without the built-in role of administrators
 */
public record AccountChange(
    String description,
    boolean active,
    boolean administrator,
    List<Long> roles,
    List<Permission> permissions,
    String password) {

  /**
   * Checks it.
   *
   * @throws InvalidInput for the field {@code password}
   */
  public AccountChange {
    roles = List.copyOf(roles);
    permissions = List.copyOf(permissions);
    PasswordRules.check(password);
  }

  @Override
  public String toString() {
    return "AccountChange[" + roles + ", " + permissions + "]";
  }
}
