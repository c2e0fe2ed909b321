// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

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

  static QueuedCommand of(CommandId command, long device, CommandOrder order, Instant now) {
    return new QueuedCommand(
        command,
        device,
        order.name(),
        null,
        null,
        order.notBefore(),
        null,
        null,
        null,
        null,
        null,
        now,
        now);
  }
}
