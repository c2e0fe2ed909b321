// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command;

import daybook.commandside.command.catalog.CommandTypes;
import daybook.commandside.command.type.CommandType;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.Plists;
import daybook.domain.command.CommandId;
import daybook.domain.command.Delivery;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the server makes of commands, of those that it knows and of others. It is asked at the door
 * alone: what it says is written into the events, which outlive it.
 */
@Component
public class MdmCommands {
  /** How often a command may go out; one that isn't known, once. */
  public Delivery delivery(String requestType) {
    return CommandTypes.find(requestType).map(CommandType::delivery).orElse(Delivery.ONCE);
  }

  /**
   * Whether the answers to a request type are personal and no more; those of one that isn't known
   * are secret.
   *
   * @param requestType null: unknown
   */
  public boolean harmless(String requestType) {
    return requestType != null
        && CommandTypes.find(requestType).filter(CommandType::harmless).isPresent();
  }

  /** The whole property list of a command. */
  public byte[] plist(CommandId id, MdmCommand command) {
    return plist(id, command.dict());
  }

  /**
   * The whole property list of a command.
   *
   * @param dict its {@code Command} dictionary, with {@code RequestType}
   */
  public byte[] plist(CommandId id, PlistDict dict) {
    Map<String, Object> outer = new LinkedHashMap<>();
    outer.put("Command", dict);
    outer.put("CommandUUID", id.value());
    return Plists.write(PlistDict.of(outer));
  }
}
