// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Ends an app installation that waits for a redemption code. */
@RequestType("ApplyRedemptionCode")
@On(value = Platform.IOS, since = "5.0", userEnrollment = false)
public record ApplyRedemptionCode(
    @Key(value = "Identifier", required = true) String identifier,
    @Key(value = "RedemptionCode", required = true) String redemptionCode)
    implements MdmCommand {}
