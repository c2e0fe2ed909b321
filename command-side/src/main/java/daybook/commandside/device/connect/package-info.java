/**
 * Connect: a device asks for work, and reports on the last piece.
 *
 * <p>Start at {@link daybook.commandside.device.connect.Connects}; {@link
 * daybook.commandside.device.connect.ReportMessage} is what a device says. Called by the web
 * server.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/sending-mdm-commands-to-a-device">Sending
 *     MDM commands to a device</a>
 */
package daybook.commandside.device.connect;
