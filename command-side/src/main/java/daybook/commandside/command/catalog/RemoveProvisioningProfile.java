// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;

/** Removes a provisioning profile. */
@RequestType(value = "RemoveProvisioningProfile", delivery = Delivery.REPEAT)
@On(value = Platform.MACOS, since = "11.0")
@On(value = Platform.IOS, since = "4.0", sharedIpad = Channels.DEVICE)
@On(value = Platform.TVOS, since = "10.2")
@On(value = Platform.WATCHOS, since = "10.0")
@On(value = Platform.VISIONOS, since = "1.1")
public record RemoveProvisioningProfile(@Key(value = "UUID", required = true) String uuid)
    implements MdmCommand {}
