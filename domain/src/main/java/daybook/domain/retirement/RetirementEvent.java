// SPDX-License-Identifier: Apache-2.0
package daybook.domain.retirement;

import daybook.domain.DomainEvent;
import daybook.domain.EventName;
import daybook.domain.command.CommandId;

/** Everything that can have happened to a retirement; stream {@code enrollment:<id>}. */
public sealed interface RetirementEvent extends DomainEvent {
  /**
   * The command that has the device remove its management; null when none did, for the device was
   * blocked.
   */
  CommandId command();

  /**
   * An operator ends the management of the device: its last command, which has it remove the
   * enrollment profile, is queued next. No other command is taken until the retirement fails or the
   * device enrolls anew.
   */
  @EventName("RetirementRequested")
  record RetirementRequested(CommandId command) implements RetirementEvent {}

  /**
   * The last command has ended without being carried out: the device stays under management, and
   * takes commands again.
   *
   * @param reason the stored name of the event that ended the command: {@code CommandFailed},
   *     {@code CommandStuck}, {@code DeviceShredded}, …
   */
  @EventName("RetirementFailed")
  record RetirementFailed(CommandId command, String reason) implements RetirementEvent {}

  /**
   * The device isn't under management any more. If it comes again without enrolling anew, it is
   * told to remove its management (401). Of a blocked device without a command it is a presumption
   * that {@code DeviceUnblocked} takes back.
   *
   * @param reason {@code checkout}: it said so; {@code silence}: it has not been heard of for so
   *     long that it counts as gone
   */
  @EventName("DeviceRetired")
  record DeviceRetired(CommandId command, String reason) implements RetirementEvent {}

  /**
   * The retired device came and was told to remove its management (401). Recorded at most once a
   * day.
   */
  @EventName("RetiredDeviceTurnedAway")
  record RetiredDeviceTurnedAway(CommandId command) implements RetirementEvent {}
}
