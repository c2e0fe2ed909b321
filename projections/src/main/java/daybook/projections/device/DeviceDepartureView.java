// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import java.time.Instant;

/**
 * How a device goes, if it goes.
 *
 * @param requestedAt when an operator asked for its retirement, or null; one that failed is
 *     forgotten
 * @param retiredAt when it was retired, or null
 * @param reason {@code checkout} or {@code silence}, or null while it isn't retired
 */
public record DeviceDepartureView(Instant requestedAt, Instant retiredAt, String reason) {
  static final DeviceDepartureView NONE = new DeviceDepartureView(null, null, null);
}
