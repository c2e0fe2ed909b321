// SPDX-License-Identifier: Apache-2.0
package daybook.projections.push;

import java.time.Instant;
import java.util.List;

/**
 * The open pushes of one enrollment, the earliest first.
 *
 * @param enrollment the enrollment's id
 */
public record PushView(String enrollment, List<OpenPush> open) {
  /** An open push of one channel. */
  public record OpenPush(String channel, String reason, Instant notBefore) {}
}
