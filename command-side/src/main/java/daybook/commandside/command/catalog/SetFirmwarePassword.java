// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/**
 * Sets, changes or removes the firmware password of an Intel Mac; it takes effect with the next
 * restart.
 */
@RequestType("SetFirmwarePassword")
@On(value = Platform.MACOS, since = "10.13", userEnrollment = false)
public record SetFirmwarePassword(
    @Key("CurrentPassword") String currentPassword,
    @Key(value = "NewPassword", required = true) String newPassword,
    @Key("AllowOroms") Boolean allowOroms)
    implements MdmCommand {}
