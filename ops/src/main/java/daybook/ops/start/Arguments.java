// SPDX-License-Identifier: Apache-2.0
package daybook.ops.start;

import java.util.List;
import java.util.OptionalInt;

/**
 * The arguments of the server.
 *
 * @param simulate how many simulated devices; empty: no simulation, not even stand-ins
 * @param rest what is for Spring
 */
public record Arguments(OptionalInt simulate, List<String> rest) {
  private static final int MOST_DEVICES = 10_000;

  /** Reads {@code [--simulate N]}; throws with a sentence when N is not a number of devices. */
  public static Arguments parse(String... args) {
    OptionalInt simulate = OptionalInt.empty();
    List<String> rest = new java.util.ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--simulate")) {
        simulate = OptionalInt.of(devices(i + 1 < args.length ? args[++i] : ""));
      } else if (args[i].startsWith("--simulate=")) {
        simulate = OptionalInt.of(devices(args[i].substring("--simulate=".length())));
      } else {
        rest.add(args[i]);
      }
    }
    return new Arguments(simulate, List.copyOf(rest));
  }

  private static int devices(String text) {
    try {
      int devices = Integer.parseInt(text);
      if (devices >= 0 && devices <= MOST_DEVICES) {
        return devices;
      }
    } catch (NumberFormatException e) {
      // told below, with what was given
    }
    throw new IllegalArgumentException(
        "--simulate takes a number of devices from 0 to " + MOST_DEVICES + ", not '" + text + "'");
  }
}
