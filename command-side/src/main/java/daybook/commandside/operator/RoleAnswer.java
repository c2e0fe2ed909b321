// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.access.Permission;
import daybook.domain.access.Role;
import java.time.Instant;
import java.util.List;

/**
 * A role as the API shows it.
 *
 * @param builtIn whether it is there by itself and can't be changed; then its times are null
 */
record RoleAnswer(
    long id,
    String name,
    List<String> permissions,
    boolean builtIn,
    Instant createdAt,
    Instant updatedAt) {

  static RoleAnswer of(Role it) {
    return new RoleAnswer(
        it.number(),
        it.name(),
        it.permissions().stream().map(Permission::value).toList(),
        it.number() == Role.ADMINISTRATOR,
        it.createdAt(),
        it.changedAt());
  }
}
