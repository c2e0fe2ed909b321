// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;
import java.util.List;

/** Has the device check provisioning profiles of apps anew. */
@RequestType(value = "ValidateApplications", delivery = Delivery.REPEAT)
@On(value = Platform.IOS, since = "9.2", sharedIpad = Channels.DEVICE)
@On(value = Platform.TVOS, since = "10.2")
@On(value = Platform.VISIONOS, since = "1.1")
public record ValidateApplications(@Key("Identifiers") List<String> identifiers)
    implements MdmCommand {}
