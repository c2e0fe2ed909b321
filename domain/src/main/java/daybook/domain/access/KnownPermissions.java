// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import java.util.List;

/** Port: the permissions that there are: what the routes of the API and the pages require. */
public interface KnownPermissions {
  /** All of them, by name. */
  List<Permission> all();

  /**
   * Reads names.
   *
   * @throws InvalidInput for the field {@code permissions}, with a sentence for each that is
   *     unknown
   */
  default List<Permission> read(List<String> names) {
    List<String> known = all().stream().map(Permission::value).toList();
    List<String> wrong =
        names.stream()
            .filter(name -> !known.contains(name))
            .map(name -> "There is no permission “%s”.".formatted(shortened(name)))
            .toList();
    if (!wrong.isEmpty()) {
      throw new InvalidInput(java.util.Map.of("permissions", wrong));
    }
    return names.stream().distinct().sorted().map(Permission::new).toList();
  }

  private static String shortened(String name) {
    return name.length() <= 130 ? name : name.substring(0, 130) + "…";
  }
}
