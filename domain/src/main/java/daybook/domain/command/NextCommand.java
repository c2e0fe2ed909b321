// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

/**
 * The command that a channel gets now: where in the log its payload stands.
 *
 * @param sequence the sequence of its {@code CommandQueued} in the enrollment's stream
 */
public record NextCommand(CommandId command, String requestType, long sequence) {}
