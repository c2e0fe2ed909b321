// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Ends AirPlay mirroring. */
@RequestType("StopMirroring")
@On(value = Platform.MACOS, since = "10.10", userEnrollment = false)
@On(
    value = Platform.IOS,
    since = "7.0",
    supervised = true,
    sharedIpad = Channels.DEVICE,
    userEnrollment = false)
public record StopMirroring() implements MdmCommand {}
