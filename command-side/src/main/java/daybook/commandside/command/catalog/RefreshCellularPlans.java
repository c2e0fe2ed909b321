// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Has the device ask a carrier for its cellular plans. */
@RequestType("RefreshCellularPlans")
@On(value = Platform.IOS, since = "13.0", sharedIpad = Channels.DEVICE, userEnrollment = false)
public record RefreshCellularPlans(
    @Key(value = "eSIMServerURL", required = true) String eSimServerUrl) implements MdmCommand {}
