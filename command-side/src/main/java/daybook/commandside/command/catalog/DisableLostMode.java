// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Ends Lost Mode. */
@RequestType("DisableLostMode")
@On(
    value = Platform.IOS,
    since = "9.3",
    supervised = true,
    sharedIpad = Channels.DEVICE,
    userEnrollment = false)
public record DisableLostMode() implements MdmCommand {}
