/**
 * Check-in: what a device says about itself.
 *
 * <p>Start at {@link daybook.commandside.device.checkin.CheckinMessage}: each message is a record
 * that turns itself into its intent. Called by the web server, and by connect for check-ins that
 * come to its URL.
 *
 * @see <a href="https://developer.apple.com/documentation/devicemanagement/check-in">Check-in</a>
 */
package daybook.commandside.device.checkin;
