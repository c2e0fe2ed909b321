// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;

/** Lists the updates that are there for the device. */
@RequestType(value = "AvailableOSUpdates", delivery = Delivery.REPEAT, harmless = true)
@On(value = Platform.MACOS, since = "10.11", until = "27.0", userEnrollment = false)
@On(
    value = Platform.IOS,
    since = "9.0",
    until = "27.0",
    supervised = true,
    sharedIpad = Channels.DEVICE,
    userEnrollment = false)
@On(value = Platform.TVOS, since = "12.0", until = "27.0", supervised = true)
public record AvailableOsUpdates() implements MdmCommand {}
