// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;

/** Lets a user of a Shared iPad go on who waits to be configured. */
@RequestType(value = "UserConfigured", delivery = Delivery.REPEAT)
@On(
    value = Platform.IOS,
    since = "17.0",
    supervised = true,
    automated = true,
    sharedIpad = Channels.USER,
    userEnrollment = false)
public record UserConfigured() implements MdmCommand {}
