// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

import daybook.domain.Intent;
import daybook.domain.Secret;
import daybook.domain.StreamId;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Everything that may be asked of an enrollment's queues. */
public sealed interface CommandIntent<R> extends Intent<R> {
  EnrollmentId enrollment();

  @Override
  default StreamId target() {
    return enrollment().stream();
  }

  /**
   * Queues a command, and requests a push unless one is open.
   *
   * @param name what it is called in the API: {@code CustomCommand}, {@code DeviceInformation}
   * @param origin {@code operator} or the policy's name
   * @param notBefore null: at once
   * @param expiresAt null: never
   * @param priority higher first; 0 is usual; FIFO within one
   * @param safeParameters what may be shown of it
   * @param alone accepted without an event when a command of this request type already waits
   * @param payload the whole property list with {@code CommandUUID}, sealed for {@code
   *     CommandQueued}, path {@code payload}
   */
  record QueueCommand(
      EnrollmentId enrollment,
      Instant now,
      Channel channel,
      CommandId command,
      String name,
      String requestType,
      Delivery delivery,
      String origin,
      Instant notBefore,
      Instant expiresAt,
      int priority,
      Map<String, String> safeParameters,
      boolean alone,
      Secret payload)
      implements CommandIntent<Void> {}

  /**
   * Takes a command back that no device has got yet; refused with {@code COMMAND_UNKNOWN} when none
   * of this id waits, and {@code ALREADY_DELIVERED} when it has gone out.
   */
  record CancelCommand(EnrollmentId enrollment, Instant now, CommandId command)
      implements CommandIntent<Void> {}

  /** Asks what decides which commands the device can take; changes nothing. */
  record AskCommandTarget(EnrollmentId enrollment, Instant now)
      implements CommandIntent<CommandTarget> {}

  /**
   * A message on the connect URL: records the report, and replies with the next command, or nothing
   * when the session ends.
   *
   * @param ended the end of the caller's certificate, when that is over and the device is let in to
   *     renew it, and gets no other command; else null
   * @param heldBefore commands queued before this moment are held, except queries; null: none is
   * @param hourlyEvents the most events that the device may cause by itself in an hour; above, it
   *     is {@code THROTTLED}, but with an answer to a command that is out
   */
  record RecordReport(
      EnrollmentId enrollment,
      Instant now,
      String certificate,
      Instant ended,
      Instant heldBefore,
      Channel channel,
      Report report,
      int hourlyEvents)
      implements CommandIntent<Optional<NextCommand>> {}

  /**
   * A report over the size limit: closes the one command that is out, whichever it is.
   *
   * @param sha256 lower-case hex of the body's SHA-256
   */
  record CloseOversizedReport(
      EnrollmentId enrollment, Instant now, String certificate, long bytes, String sha256)
      implements CommandIntent<Void> {}
}
