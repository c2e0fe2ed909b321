// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.type;

/** Which channels of an enrollment take a command: the device's own, or those of its users. */
public enum Channels {
  NONE,
  DEVICE,
  USER,
  BOTH;

  /** Whether the device's channel, or a user's, is one of them. */
  public boolean include(boolean device) {
    return this == BOTH || this == (device ? DEVICE : USER);
  }
}
