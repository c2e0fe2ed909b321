// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;

/** Lets a device go on in Setup Assistant that waits to be configured. */
@RequestType(value = "DeviceConfigured", delivery = Delivery.REPEAT, harmless = true)
@On(value = Platform.MACOS, since = "10.11", automated = true, userEnrollment = false)
@On(
    value = Platform.IOS,
    since = "9.0",
    supervised = true,
    automated = true,
    sharedIpad = Channels.DEVICE,
    userEnrollment = false)
@On(value = Platform.TVOS, since = "10.2", supervised = true)
@On(
    value = Platform.VISIONOS,
    since = "2.0",
    supervised = true,
    automated = true,
    userEnrollment = false)
public record DeviceConfigured() implements MdmCommand {}
