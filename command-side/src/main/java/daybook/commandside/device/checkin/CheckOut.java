// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.commandside.device.message.Sender;
import daybook.domain.Intent;
import daybook.domain.enrollment.EnrollmentIntent.Unenroll;

/**
 * A device has removed its management, or a user's channel has ended.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/checkoutrequest">CheckOutRequest</a>
 */
record CheckOut(Sender sender) implements ChannelMessage {
  @Override
  public Intent<Void> intent(Telling telling) {
    return new Unenroll(
        telling.enrollment(),
        telling.now(),
        telling.caller().sha256(),
        telling.channel(),
        telling.message(sender.isUser() ? "UserUnenrolled" : "DeviceUnenrolled"),
        telling.hourlyEvents());
  }
}
