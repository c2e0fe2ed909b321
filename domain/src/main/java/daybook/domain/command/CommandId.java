// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

import daybook.domain.Id;
import java.util.Locale;

/** Apple's {@code CommandUUID}: any text of up to 180 characters; UUIDs in lower case. */
public record CommandId(String value) implements Id {
  private static final int LONGEST = 180;

  public CommandId {
    if (value == null || value.isEmpty() || value.length() > LONGEST) {
      throw new IllegalArgumentException("CommandUUID must have 1 to " + LONGEST + " characters");
    }
  }

  /** Devices repeat our id as sent, others' tools in either case. */
  public static CommandId of(String text) {
    return new CommandId(text.toLowerCase(Locale.ROOT));
  }
}
