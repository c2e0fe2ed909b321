// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;

/** Lists the users that the device has. */
@RequestType(value = "UserList", delivery = Delivery.REPEAT)
@On(value = Platform.MACOS, since = "10.13", supervised = true, userEnrollment = false)
@On(value = Platform.IOS, since = "9.3", sharedIpad = Channels.DEVICE, userEnrollment = false)
public record UserList() implements MdmCommand {}
