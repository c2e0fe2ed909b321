// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import daybook.commandside.operator.OperatorProblem;
import daybook.commandside.operator.json.JsonFields;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.PlistLimits;
import daybook.commandside.plist.PlistValue;
import daybook.commandside.plist.Plists;
import daybook.commandside.plist.UnreadablePlist;
import daybook.domain.access.InvalidInput;
import java.nio.charset.StandardCharsets;

/**
 * A command that an operator wrote as a property list.
 *
 * @param requestType Apple's name of the command
 * @param dict its {@code Command} dictionary, with {@code RequestType}
 */
record CustomCommand(String requestType, PlistDict dict) {
  private static final String NAME = "CustomCommand";

  /** The longest command, in bytes. */
  static final int LONGEST = 1 << 20;

  private static final String FIELD = "command";
  private static final int LONGEST_REQUEST_TYPE = 128;

  /**
   * Reads the field {@code command}: a property list, or its bare {@code <dict>}.
   *
   * @throws InvalidInput in the API's words
   */
  static CustomCommand read(Object body) {
    JsonFields fields = JsonFields.of(body);
    String text = fields.required(FIELD, Integer.MAX_VALUE);
    fields.check();
    if (text.length() > LONGEST) {
      throw InvalidInput.of(FIELD, OperatorProblem.TOO_LARGE);
    }
    if (!(parse(text) instanceof PlistDict dict)) {
      throw InvalidInput.of(FIELD, "Not a dictionary");
    }
    String requestType =
        dict.text("RequestType")
            .filter(type -> !type.isEmpty())
            .orElseThrow(() -> InvalidInput.of(FIELD, "Missing or empty RequestType"));
    if (requestType.length() > LONGEST_REQUEST_TYPE) {
      throw InvalidInput.of(FIELD, "Invalid RequestType");
    }
    return new CustomCommand(requestType, dict);
  }

  /** It goes out whatever is known of the device: that is what it is for. */
  CommandOrder order() {
    return new CommandOrder(NAME, requestType, dict, false, null, null, 0);
  }

  private static PlistValue parse(String text) {
    String whole = text.startsWith("<dict>") ? "<plist version=\"1.0\">" + text + "</plist>" : text;
    try {
      return Plists.value(whole.getBytes(StandardCharsets.UTF_8), PlistLimits.STANDARD);
    } catch (UnreadablePlist e) {
      throw InvalidInput.of(FIELD, "Invalid property list");
    }
  }
}
