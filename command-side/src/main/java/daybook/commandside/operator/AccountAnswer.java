// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import com.fasterxml.jackson.annotation.JsonProperty;
import daybook.domain.access.AccountEntry;
import daybook.domain.access.Permission;
import java.time.Instant;
import java.util.List;

/**
 * An account as the API shows it.
 *
 * @param roles by number; 1 is the built-in role of administrators
 * @param permissions its own, besides those of its roles
 * @param lastLogin when it last signed in to the pages, or null
 */
record AccountAnswer(
    long id,
    String username,
    String description,
    @JsonProperty("is_service_account") boolean service,
    @JsonProperty("is_active") boolean active,
    List<Long> roles,
    List<String> permissions,
    boolean hasPassword,
    Instant lastLogin,
    Instant createdAt,
    Instant updatedAt) {

  static AccountAnswer of(AccountEntry it) {
    return new AccountAnswer(
        it.number(),
        it.username(),
        it.description() == null ? "" : it.description(),
        it.state().service(),
        it.state().active(),
        it.allRoles(),
        it.state().permissions().stream().map(Permission::value).toList(),
        it.hasPassword(),
        it.signedInAt(),
        it.createdAt(),
        it.changedAt());
  }
}
