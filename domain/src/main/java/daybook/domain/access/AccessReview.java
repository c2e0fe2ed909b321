// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import java.util.List;

/**
 * Who may do what is grave: an answer for people who look over an organization's accounts from time
 * to time.
 *
 * @param permission what may be misused
 * @param holders the active accounts that hold it, by number
 */
public record AccessReview(GravePermission permission, List<Holder> holders) {

  /**
   * An account that holds a permission.
   *
   * @param directly whether it is one of its own
   * @param roles those of its roles that give it
   */
  public record Holder(AccountEntry account, boolean directly, List<Role> roles) {}

  /**
   * The review of all that is known.
   *
   * @param roles all of them, the built-in one of administrators too
   * @param known what routes of today require; others are left out
   */
  public static List<AccessReview> of(
      List<AccountEntry> accounts, List<Role> roles, List<Permission> known) {
    return GravePermission.ALL.stream()
        .filter(grave -> known.contains(grave.permission()))
        .map(grave -> new AccessReview(grave, holders(grave.permission(), accounts, roles)))
        .toList();
  }

  private static List<Holder> holders(
      Permission permission, List<AccountEntry> accounts, List<Role> roles) {
    return accounts.stream()
        .filter(it -> it.state().active())
        .map(it -> holder(permission, it, roles))
        .filter(it -> it.directly() || !it.roles().isEmpty())
        .toList();
  }

  private static Holder holder(Permission permission, AccountEntry account, List<Role> roles) {
    List<Long> own = account.allRoles();
    return new Holder(
        account,
        account.state().permissions().contains(permission),
        roles.stream()
            .filter(role -> own.contains(role.number()) && role.permissions().contains(permission))
            .toList());
  }
}
