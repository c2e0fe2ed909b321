// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;

/** Asks a device in Lost Mode where it is. */
@RequestType(value = "DeviceLocation", delivery = Delivery.REPEAT)
@On(
    value = Platform.IOS,
    since = "9.3",
    supervised = true,
    sharedIpad = Channels.DEVICE,
    userEnrollment = false)
public record DeviceLocation() implements MdmCommand {}
