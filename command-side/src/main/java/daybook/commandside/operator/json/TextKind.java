// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

import java.util.Map;

/**
 * A text.
 *
 * @param longest in characters
 * @param told whether {@code OPTIONS} tells the longest
 * @param stripped whether blanks around it are cut off
 */
record TextKind(String type, int longest, boolean told, boolean mayBeBlank, boolean stripped)
    implements Kind<String> {
  @Override
  public String read(Object value) {
    if (!(value instanceof String) && !(value instanceof Number)) {
      throw Wrong.text("Not a valid string.");
    }
    String text = stripped ? value.toString().strip() : value.toString();
    if (text.isEmpty() && !mayBeBlank) {
      throw Wrong.text("This field may not be blank.");
    }
    if (text.indexOf('\0') >= 0) {
      throw Wrong.text("Null characters are not allowed.");
    }
    if (text.length() > longest) {
      throw Wrong.text("Ensure this field has no more than %d characters.".formatted(longest));
    }
    return text;
  }

  @Override
  public Map<String, Object> details() {
    return told ? Map.of("max_length", longest) : Map.of();
  }
}
