// SPDX-License-Identifier: Apache-2.0
package crooked.commandside.enrollment;

import crooked.commandside.device.Door;
import crooked.projections.DeviceFold;

/** Breaks two rules: an aggregate that knows a door, and a view. */
public record Enrollment(Door door, DeviceFold fold) {}
