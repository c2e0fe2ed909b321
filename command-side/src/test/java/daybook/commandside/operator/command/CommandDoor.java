// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import daybook.commandside.command.MdmCommands;
import daybook.commandside.operator.OperatorDoor;

/** The operators' door with the controllers of commands. */
final class CommandDoor {
  private CommandDoor() {}

  static OperatorDoor open() {
    return new OperatorDoor(
        door -> {
          CommandQueueing queueing =
              new CommandQueueing(
                  door.intents(), door.vault, new MdmCommands(), door.log, door.catchup());
          CommandDesk desk = new CommandDesk(door.desk(), door.directory(), queueing, door.clock);
          return new Object[] {
            new CustomCommandController(desk),
            new DeviceCommandController(desk),
            new EraseController(desk),
            new LockController(desk),
            new WaitingCommandController(door.desk(), door.directory(), door.log, door.catchup())
          };
        });
  }
}
