// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Asks for the token that {@code ClearPasscode} needs. */
@RequestType("RequestUnlockToken")
@On(value = Platform.IOS, since = "5.0", supervised = true, userEnrollment = false)
public record RequestUnlockToken() implements MdmCommand {}
