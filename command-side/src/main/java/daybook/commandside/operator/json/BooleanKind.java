// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

import java.util.Locale;
import java.util.Set;

/** Yes or no, also as the words and numbers that are commonly used for them. */
record BooleanKind() implements Kind<Boolean> {
  private static final Set<String> YES = Set.of("t", "y", "yes", "true", "on", "1", "1.0");
  private static final Set<String> NO = Set.of("f", "n", "no", "false", "off", "0", "0.0");

  @Override
  public Boolean read(Object value) {
    String word = value.toString().strip().toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return true;
    }
    if (NO.contains(word)) {
      return false;
    }
    throw Wrong.text("Must be a valid boolean.");
  }

  @Override
  public String type() {
    return "boolean";
  }
}
