// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.command.CommandId;
import java.time.Instant;

/** A device's command as the API shows it right after it was queued: all but its birth is null. */
record QueuedCommand(
    CommandId uuid,
    long enrolledDevice,
    String name,
    String artifactVersion,
    String artifactOperation,
    Instant notBefore,
    Instant time,
    String result,
    Instant resultTime,
    String status,
    String errorChain,
    Instant createdAt,
    Instant updatedAt) {

  static QueuedCommand of(CommandId command, long device, String name, Instant now) {
    return new QueuedCommand(
        command, device, name, null, null, null, null, null, null, null, null, now, now);
  }
}
