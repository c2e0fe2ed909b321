// SPDX-License-Identifier: Apache-2.0
package crooked.commandside.device;

import crooked.commandside.enrollment.Enrollment;

/** Closes a cycle. */
public record Door(Enrollment enrollment) {}
