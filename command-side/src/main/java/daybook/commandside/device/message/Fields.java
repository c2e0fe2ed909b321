// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.message;

import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.UnreadablePlist;
import java.util.Optional;

/** The fields of a device's message, each within its bounds. An empty text counts as absent. */
public record Fields(PlistDict message) {
  /** The longest text that is kept in clear or as a name, in characters. */
  public static final int LONGEST_TEXT = 256;

  /** The longest topic, magic or the like, in characters. */
  public static final int LONGEST_WORD = 1024;

  /**
   * @throws UnreadablePlist when it is longer than {@code longest} characters
   */
  public Optional<String> text(String field, int longest) {
    Optional<String> text = message.text(field).filter(value -> !value.isEmpty());
    if (text.isPresent() && text.get().length() > longest) {
      throw UnreadablePlist.invalid(field, "has more than " + longest + " characters");
    }
    return text;
  }

  /** A text of at most {@link #LONGEST_TEXT} characters, or null. */
  public String text(String field) {
    return text(field, LONGEST_TEXT).orElse(null);
  }

  /**
   * @throws UnreadablePlist when it is absent or too long
   */
  public String requiredText(String field, int longest) {
    return text(field, longest).orElseThrow(() -> UnreadablePlist.missing(field));
  }

  /**
   * Bytes, or nothing when they are absent or empty.
   *
   * @throws UnreadablePlist when there are more than {@code longest}
   */
  public Optional<byte[]> data(String field, int longest) {
    Optional<byte[]> data = message.data(field).filter(value -> value.length > 0);
    if (data.isPresent() && data.get().length > longest) {
      throw UnreadablePlist.invalid(field, "has more than " + longest + " bytes");
    }
    return data;
  }

  /** A truth, or null. */
  public Boolean flag(String field) {
    return message.flag(field).orElse(null);
  }
}
