// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import java.util.Map;

/** Arguments that several commands share. */
final class Names {
  private Names() {}

  /** One view by name, or all of them. */
  static Map<String, String> view(String view) {
    return view == null ? Map.of() : Map.of("view", view);
  }
}
