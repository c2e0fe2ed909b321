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

/** Lists the extensions that are active for a user. */
@RequestType(value = "ActiveNSExtensions", delivery = Delivery.REPEAT, harmless = true)
@On(value = Platform.MACOS, since = "10.13", channels = Channels.USER, userEnrollment = false)
public record ActiveNsExtensions(@Key("FilterExtensionPoints") List<String> filterExtensionPoints)
    implements MdmCommand {}
