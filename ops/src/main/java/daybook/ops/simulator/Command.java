// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSDictionary;
import daybook.ops.simulator.plist.Plists;

/** A command as the device received it. */
record Command(String uuid, String requestType, NSDictionary body) {
  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it is not one, at which a device would choke
   */
  static Command read(byte[] bytes) {
    NSDictionary whole = Plists.read(bytes);
    if (!(whole.get("Command") instanceof NSDictionary body)
        || Plists.text(whole, "CommandUUID") == null
        || Plists.text(body, "RequestType") == null) {
      throw new IllegalArgumentException("not a command: " + whole.toXMLPropertyList());
    }
    return new Command(Plists.text(whole, "CommandUUID"), Plists.text(body, "RequestType"), body);
  }
}
