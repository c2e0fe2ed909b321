// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Asks whether a firmware password is right. */
@RequestType("VerifyFirmwarePassword")
@On(value = Platform.MACOS, since = "10.13", userEnrollment = false)
public record VerifyFirmwarePassword(@Key(value = "Password", required = true) String password)
    implements MdmCommand {}
