// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Ends a collection of logs for AppleCare. */
@RequestType("CancelEnhancedLogCollection")
@On(value = Platform.MACOS, since = "27.0", channels = Channels.USER)
@On(value = Platform.IOS, since = "27.0", supervised = true)
@On(value = Platform.TVOS, since = "27.0", supervised = true)
public record CancelEnhancedLogCollection() implements MdmCommand {}
