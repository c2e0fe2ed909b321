// SPDX-License-Identifier: Apache-2.0
package daybook.ops.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A name for a route whose controller gives none: the words of its path. */
final class RouteName {
  private RouteName() {}

  static String of(String pattern) {
    return Arrays.stream(pattern.replaceFirst("^/api/(mdm/)?", "").split("[/_]"))
        .filter(word -> !word.isEmpty() && !word.startsWith("{"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}
