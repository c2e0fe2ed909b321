// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;

/** Lists the restrictions that hold on the device. */
@RequestType(value = "Restrictions", delivery = Delivery.REPEAT, harmless = true)
@On(value = Platform.IOS, since = "4.0", sharedIpad = Channels.BOTH, userEnrollment = false)
@On(value = Platform.TVOS, since = "9.0")
@On(value = Platform.WATCHOS, since = "10.0")
@On(value = Platform.VISIONOS, since = "1.1", userEnrollment = false)
public record Restrictions(@Key("ProfileRestrictions") Boolean profileRestrictions)
    implements MdmCommand {}
