// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.access.GravePermission;
import daybook.domain.access.Permission;
import daybook.domain.access.Role;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A box that can be checked.
 *
 * @param grave what it allows when that is grave, or null
 */
record Choice(String value, String title, boolean chosen, String grave) {

  /** Permissions of one part of the API. */
  record Group(String title, List<Choice> choices) {
    /** How many are chosen. */
    public long count() {
      return choices.stream().filter(Choice::chosen).count();
    }
  }

  static List<Choice> roles(List<Role> all, List<Long> chosen) {
    return all.stream()
        .map(
            role ->
                new Choice(
                    Long.toString(role.number()),
                    role.name(),
                    chosen.contains(role.number()),
                    null))
        .toList();
  }

  static List<Group> permissions(List<Permission> known, List<Permission> chosen) {
    Map<String, List<Choice>> groups =
        known.stream()
            .map(it -> new Choice(it.value(), it.value(), chosen.contains(it), grave(it)))
            .collect(
                Collectors.groupingBy(
                    it -> it.value().substring(0, it.value().indexOf('.')),
                    TreeMap::new,
                    Collectors.toList()));
    return groups.entrySet().stream().map(it -> new Group(it.getKey(), it.getValue())).toList();
  }

  private static String grave(Permission permission) {
    return GravePermission.ALL.stream()
        .filter(it -> it.permission().equals(permission))
        .map(GravePermission::allows)
        .findFirst()
        .orElse(null);
  }
}
