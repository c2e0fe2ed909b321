/**
 * The door for Apple devices: property lists over HTTP, an identity for each request.
 *
 * <p>Start at {@code checkin.CheckinDoor} and {@code connect.ConnectDoor}; here are only what their
 * packages share: {@link daybook.commandside.device.DeviceSettings}, and {@link
 * daybook.commandside.device.DeviceProblem}, the one table from outcomes to HTTP. Nobody but the
 * web server calls it.
 */
package daybook.commandside.device;
