// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Asks whether a password of the recovery lock is right. */
@RequestType("VerifyRecoveryLock")
@On(value = Platform.MACOS, since = "11.5", userEnrollment = false)
public record VerifyRecoveryLock(@Key(value = "Password", required = true) String password)
    implements MdmCommand {}
