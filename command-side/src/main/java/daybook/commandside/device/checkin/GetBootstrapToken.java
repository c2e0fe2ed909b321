// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.checkin;

import daybook.commandside.device.message.Sender;

/**
 * A Mac asks for its bootstrap token, as it does before it lets a user in whom it doesn't know yet.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/getbootstraptokenrequest">GetBootstrapTokenRequest</a>
 */
record GetBootstrapToken(Sender sender) implements CheckinMessage {}
