// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.commandside.plist.PlistValue.Data;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;
import java.util.List;

/** Asks for facts of the device. */
@RequestType(value = "DeviceInformation", delivery = Delivery.REPEAT, harmless = true)
@On(value = Platform.MACOS, since = "10.7", channels = Channels.BOTH)
@On(value = Platform.IOS, since = "4.0", sharedIpad = Channels.BOTH)
@On(value = Platform.TVOS, since = "9.0")
@On(value = Platform.WATCHOS, since = "10.0")
@On(value = Platform.VISIONOS, since = "1.1")
public record DeviceInformation(
    @Key(value = "Queries", required = true) List<String> queries,
    @Key("DeviceAttestationNonce") Data deviceAttestationNonce)
    implements MdmCommand {}
