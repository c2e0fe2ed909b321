// SPDX-License-Identifier: Apache-2.0
package crooked.projections;

import crooked.ops.Main;

/** Breaks two rules: a fold that knows the main class. */
public record DeviceFold(Main main) {}
