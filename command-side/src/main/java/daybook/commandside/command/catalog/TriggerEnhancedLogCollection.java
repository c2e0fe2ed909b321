// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Has the device collect logs for AppleCare. */
@RequestType("TriggerEnhancedLogCollection")
@On(value = Platform.MACOS, since = "27.0", channels = Channels.USER)
@On(value = Platform.IOS, since = "27.0", supervised = true)
@On(value = Platform.TVOS, since = "27.0", supervised = true)
public record TriggerEnhancedLogCollection(
    @Key(value = "AppleCareToken", required = true) String appleCareToken) implements MdmCommand {}
