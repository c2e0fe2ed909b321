/**
 * Reading commands: what was ordered of devices, and what they said.
 *
 * <p>Start at {@link daybook.queryside.command.DeviceCommandListController}. Called by the web
 * server.
 */
package daybook.queryside.command;
