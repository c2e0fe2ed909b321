// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Sets, changes or removes the recovery lock of a Mac with Apple silicon. */
@RequestType("SetRecoveryLock")
@On(value = Platform.MACOS, since = "11.5", userEnrollment = false)
public record SetRecoveryLock(
    @Key("CurrentPassword") String currentPassword,
    @Key(value = "NewPassword", required = true) String newPassword)
    implements MdmCommand {}
