// SPDX-License-Identifier: Apache-2.0
package daybook.projections.queue;

import java.time.Instant;
import java.util.List;

/**
 * The commands of a device that no answer has closed, in the order in which they came; a device
 * without any has no document.
 */
public record QueueView(String enrollment, List<OpenCommand> commands) {
  /** One of them. */
  public record OpenCommand(
      String channel, String command, String name, String requestType, Instant queuedAt) {}
}
