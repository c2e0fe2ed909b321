/**
 * Commands that operators queue and take back.
 *
 * <p>Start at {@link daybook.commandside.operator.command.DeviceCommandController}, which takes any
 * command that the server knows; {@link daybook.commandside.operator.command.CommandDesk} is where
 * all of them are judged and queued. Called by the web server.
 */
package daybook.commandside.operator.command;
