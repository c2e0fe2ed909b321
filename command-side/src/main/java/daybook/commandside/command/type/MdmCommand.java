// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.type;

import daybook.commandside.plist.PlistDict;

/**
 * One of Apple's commands with its parameters, a record in {@code catalog}. Components are null
 * where the key is left out.
 */
public interface MdmCommand {
  /** Apple's name of it. */
  default String requestType() {
    return CommandType.of(getClass()).requestType();
  }

  /** Its {@code Command} dictionary, with {@code RequestType}. */
  default PlistDict dict() {
    return CommandType.of(getClass()).dict(this);
  }
}
