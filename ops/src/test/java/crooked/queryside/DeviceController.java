// SPDX-License-Identifier: Apache-2.0
package crooked.queryside;

import crooked.commandside.enrollment.Enrollment;

/** Breaks the reading side: it decides. */
public record DeviceController(Enrollment enrollment) {}
