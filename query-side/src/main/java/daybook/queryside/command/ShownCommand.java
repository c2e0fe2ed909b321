// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.command;

import daybook.projections.command.CommandView;
import java.time.Instant;
import java.util.List;

/**
 * A device's command as the API shows it.
 *
 * @param enrolledDevice the device by the number of the API
 * @param time when it last went out
 * @param result base64 of the device's report, in the answer for one command alone, and only where
 *     the report is harmless
 * @param status the device's last word
 */
record ShownCommand(
    String uuid,
    Long enrolledDevice,
    String name,
    String artifactVersion,
    String artifactOperation,
    Instant notBefore,
    Instant time,
    String result,
    Instant resultTime,
    String status,
    List<ShownError> errorChain,
    Instant createdAt,
    Instant updatedAt) {
  static ShownCommand of(CommandView command, Long device, String result) {
    return new ShownCommand(
        command.command(),
        device,
        command.name(),
        null,
        null,
        command.notBefore(),
        command.deliveredAt(),
        result,
        command.reportedAt(),
        command.status(),
        command.errors() == null ? null : command.errors().stream().map(ShownError::of).toList(),
        command.queuedAt(),
        command.updatedAt());
  }
}
