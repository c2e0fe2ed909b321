// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.access.AccountEntry;
import daybook.domain.access.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An account as a line of the list, and as the head of its page.
 *
 * @param roles their names, or a dash
 * @param seen when it was last seen, or a dash
 */
record AccountRow(
    long number,
    String name,
    String description,
    boolean service,
    boolean active,
    boolean hasPassword,
    String roles,
    String seen,
    String stateClass,
    String stateText) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  static AccountRow of(AccountEntry it, List<Role> roles) {
    List<Long> own = it.allRoles();
    boolean active = it.state().active();
    return new AccountRow(
        it.number(),
        it.username() == null ? "[erased]" : it.username(),
        it.description() == null ? "" : it.description(),
        it.state().service(),
        active,
        it.hasPassword(),
        orDash(
            roles.stream()
                .filter(role -> own.contains(role.number()))
                .map(Role::name)
                .collect(Collectors.joining(", "))),
        minute(it.usedAt()),
        active ? "state-good" : "state-gone",
        active ? "Active" : "Shut out");
  }

  /** {@code Person} or {@code Service}. */
  public String kind() {
    return service ? "Service" : "Person";
  }

  static String minute(Instant time) {
    return time == null ? "–" : MINUTE.format(time);
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "–" : text;
  }
}
