// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.plist.PlistDict;
import java.time.Instant;

/**
 * A command as an operator orders it.
 *
 * @param name what it is called in the API
 * @param dict its {@code Command} dictionary, with {@code RequestType}
 * @param force whether it goes out although the device is thought not to take it
 * @param notBefore null: at once
 * @param expiresAt null: never
 * @param priority higher first; 0 is usual
 */
record CommandOrder(
    String name,
    String requestType,
    PlistDict dict,
    boolean force,
    Instant notBefore,
    Instant expiresAt,
    int priority) {
  /** For now, and without haste. */
  static CommandOrder of(MdmCommand command) {
    return new CommandOrder(
        command.requestType(), command.requestType(), command.dict(), false, null, null, 0);
  }
}
