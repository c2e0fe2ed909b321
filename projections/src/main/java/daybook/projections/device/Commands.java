// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.command.CommandEvent;
import java.util.function.Function;

/** The last thing that happened to a command of the device's own channel. */
final class Commands {
  private Commands() {}

  /** The server has changed a command. */
  static <E extends CommandEvent> DeviceHandlers.Step<E> changed(
      String state, Function<E, String> requestType) {
    return (device, event, opened) -> {
      if (event.channel().isDevice()) {
        device.lastCommand = requestType.apply(event);
        device.lastCommandState = state;
        device.lastCommandAt = opened.time();
      }
    };
  }

  /** The device has reported on a command. */
  static <E extends CommandEvent> DeviceHandlers.Step<E> reported(
      String state, Function<E, String> requestType) {
    DeviceHandlers.Step<E> changed = changed(state, requestType);
    return (device, event, opened) -> {
      changed.apply(device, event, opened);
      Seen.on(device, event.channel(), opened);
    };
  }
}
