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

/** Installs a provisioning profile. */
@RequestType(value = "InstallProvisioningProfile", delivery = Delivery.REPEAT)
@On(value = Platform.MACOS, since = "11.0")
@On(value = Platform.IOS, since = "4.0", sharedIpad = Channels.DEVICE)
@On(value = Platform.TVOS, since = "10.2")
@On(value = Platform.WATCHOS, since = "10.0")
@On(value = Platform.VISIONOS, since = "1.1")
public record InstallProvisioningProfile(
    @Key(value = "ProvisioningProfile", required = true) Data provisioningProfile)
    implements MdmCommand {}
