// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Removes the passcode of the restrictions that the user set. */
@RequestType("ClearRestrictionsPassword")
@On(value = Platform.IOS, since = "8.0", supervised = true, userEnrollment = false)
public record ClearRestrictionsPassword() implements MdmCommand {}
