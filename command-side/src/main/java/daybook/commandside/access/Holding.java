// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.AccountState;
import daybook.domain.access.Permission;
import daybook.domain.access.Role;
import java.util.List;
import java.util.Optional;

/** The rule that nobody gives, or takes charge of, what they don't hold themselves. */
final class Holding {
  private Holding() {}

  /** The refusal when {@code by} doesn't hold all of this. */
  static <R> Optional<Outcome<R>> lacking(
      AccountState by, boolean administrator, List<Permission> permissions) {
    if (administrator && !by.administrator()) {
      return Optional.of(refused(Role.ADMINISTRATOR_NAME));
    }
    return permissions.stream()
        .filter(permission -> !by.holds(permission))
        .findFirst()
        .map(permission -> refused(permission.value()));
  }

  private static <R> Outcome<R> refused(String what) {
    return Outcome.refused(Refusal.PERMISSION_NOT_HELD, what);
  }
}
