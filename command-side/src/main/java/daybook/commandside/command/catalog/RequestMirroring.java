// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Asks the user to share the screen by AirPlay. */
@RequestType("RequestMirroring")
@On(value = Platform.MACOS, since = "10.10")
@On(value = Platform.IOS, since = "7.0", sharedIpad = Channels.DEVICE)
public record RequestMirroring(
    @Key("DestinationName") String destinationName,
    @Key("DestinationDeviceID") String destinationDeviceId,
    @Key("ScanTime") Long scanTime,
    @Key("Password") String password)
    implements MdmCommand {}
