// SPDX-License-Identifier: Apache-2.0
package daybook.ops.keys;

import java.util.Locale;

/** What a data key is for. */
enum KeyClass {
  /** What folds may open; one key a calendar year, so that a year can be dropped. */
  PERSONAL,
  /** What no fold opens. */
  SECRET;

  /** The name that is stored, and that the additional data of sealed values holds. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static KeyClass of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
