// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.Secret;
import daybook.domain.enrollment.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that can have happened to an enrollment's commands; stream {@code enrollment:<id>}.
 */
public sealed interface CommandEvent extends DomainEvent {
  Channel channel();

  /** A session of the channel has begun: the device asks for work. */
  @EventName("DeviceConnected")
  record DeviceConnected(Channel channel) implements CommandEvent {}

  @EventName("CommandQueued")
  record CommandQueued(
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
      Secret payload)
      implements CommandEvent, OfOneCommand {}

  /** The command went out with the answer to the device's last message; {@code attempt} from 1. */
  @EventName("CommandDelivered")
  record CommandDelivered(Channel channel, CommandId command, String requestType, int attempt)
      implements CommandEvent, OfOneCommand {}

  @EventName("CommandAcknowledged")
  record CommandAcknowledged(
      Channel channel, CommandId command, String requestType, SealedReport report)
      implements CommandEvent, OfOneCommand {}

  /** The device answered {@code Error}. */
  @EventName("CommandFailed")
  record CommandFailed(
      Channel channel,
      CommandId command,
      String requestType,
      List<ErrorItem> errors,
      SealedReport report)
      implements CommandEvent, OfOneCommand {}

  /** The device answered {@code CommandFormatError}. */
  @EventName("CommandRefused")
  record CommandRefused(Channel channel, CommandId command, String requestType, SealedReport report)
      implements CommandEvent, OfOneCommand {}

  /** The device answered {@code NotNow}; the command stays queued for a later session. */
  @EventName("CommandDeferred")
  record CommandDeferred(
      Channel channel, CommandId command, String requestType, SealedReport report)
      implements CommandEvent, OfOneCommand {}

  /** An answer to a command that had been closed without one. */
  @EventName("CommandAnsweredLate")
  record CommandAnsweredLate(
      Channel channel,
      CommandId command,
      String requestType,
      String status,
      List<ErrorItem> errors,
      SealedReport report)
      implements CommandEvent, OfOneCommand {}

  /**
   * A report on a command that this enrollment never had, or has long forgotten.
   *
   * @param command null when the report named none and none was out
   */
  @EventName("UnknownCommandReported")
  record UnknownCommandReported(
      Channel channel, CommandId command, String requestType, String status, SealedReport report)
      implements CommandEvent {}

  /** Delivered {@code deliveries} times in a row without a report: no longer offered. */
  @EventName("CommandStuck")
  record CommandStuck(Channel channel, CommandId command, String requestType, int deliveries)
      implements CommandEvent, OfOneCommand {}

  /** Delivered once, never reported on: whether it was carried out is not known. */
  @EventName("CommandUnconfirmed")
  record CommandUnconfirmed(Channel channel, CommandId command, String requestType)
      implements CommandEvent, OfOneCommand {}

  /** Its time ran out before it was answered. */
  @EventName("CommandExpired")
  record CommandExpired(Channel channel, CommandId command, String requestType)
      implements CommandEvent, OfOneCommand {}

  /**
   * Closed by the server before it was answered; an answer may still come, and is kept.
   *
   * @param reason {@code operator}: somebody took it back; {@code retirement}: the device has
   *     nothing left to do but to remove its management; {@code enrollment}: it enrolled anew;
   *     {@code checkout}, {@code silence}: it has left; {@code limit}: its user was dropped for
   *     another one; {@code shredding}: nobody can read it any more
   */
  @EventName("CommandCancelled")
  record CommandCancelled(Channel channel, CommandId command, String requestType, String reason)
      implements CommandEvent, OfOneCommand {}

  /** The report on the command that was out passed the size limit and was only digested. */
  @EventName("CommandResultTooLarge")
  record CommandResultTooLarge(
      Channel channel, CommandId command, String requestType, long bytes, String sha256)
      implements CommandEvent, OfOneCommand {}

  /**
   * One part of a report above 1 MiB; precedes the report's event in the same append.
   *
   * @param command null when the report named none and none was out
   */
  @EventName("ReportPartRecorded")
  record ReportPartRecorded(Channel channel, CommandId command, int part, int of, Secret data)
      implements CommandEvent {}

  /** The device has told what it is. */
  @EventName("DeviceInformationReported")
  record DeviceInformationReported(Channel channel, CommandId command, DeviceFacts facts)
      implements CommandEvent {}

  /** The device has told the same as the last time. */
  @EventName("DeviceInformationUnchanged")
  record DeviceInformationUnchanged(Channel channel, CommandId command) implements CommandEvent {}
}
