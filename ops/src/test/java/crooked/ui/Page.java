// SPDX-License-Identifier: Apache-2.0
package crooked.ui;

import crooked.projections.DeviceFold;

/** Breaks the pages: one that reaches into a fold. */
public record Page(DeviceFold fold) {}
