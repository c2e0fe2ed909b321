// SPDX-License-Identifier: Apache-2.0
package crooked.ops.simulator;

import crooked.commandside.device.Door;

/** Breaks the simulator: it shares a class with the server. */
public record Device(Door door) {}
