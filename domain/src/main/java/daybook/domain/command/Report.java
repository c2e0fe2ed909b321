// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

import java.util.List;

/**
 * A device's report on the command that is out.
 *
 * @param status never {@code IDLE} with a command id
 * @param command null for {@code IDLE}, and for a {@code COMMAND_FORMAT_ERROR} that names none: it
 *     is about the one that is out
 * @param requestType as the device repeats it, at most 128 characters; may be null
 * @param errors the error chain, for {@code ERROR}
 * @param report the raw report; null for {@code IDLE}
 * @param parts the sealed parts of a report above 1 MiB, else empty
 * @param facts the answer to {@code DeviceInformation}, else null
 * @param sealedFor the stored name of the event for which {@code report} was sealed; null for
 *     {@code IDLE}. When the aggregate needs another one, it refuses with {@code
 *     SEALED_FOR_ANOTHER_EVENT} and that name as detail
 */
public record Report(
    ReportStatus status,
    CommandId command,
    String requestType,
    List<ErrorItem> errors,
    SealedReport report,
    List<daybook.domain.Secret> parts,
    DeviceFacts facts,
    String sealedFor) {

  public static Report idle() {
    return new Report(ReportStatus.IDLE, null, null, List.of(), null, List.of(), null, null);
  }
}
