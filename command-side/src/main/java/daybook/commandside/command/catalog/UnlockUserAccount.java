// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Unlocks an account that was locked after too many wrong passwords. */
@RequestType("UnlockUserAccount")
@On(value = Platform.MACOS, since = "10.13", userEnrollment = false)
public record UnlockUserAccount(@Key(value = "UserName", required = true) String userName)
    implements MdmCommand {}
