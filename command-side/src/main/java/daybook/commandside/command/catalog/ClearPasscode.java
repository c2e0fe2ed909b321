// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.commandside.plist.PlistValue.Data;
import daybook.domain.enrollment.Platform;

/** Removes the passcode of the device. */
@RequestType(value = "ClearPasscode", permission = "mdm.clear_passcode_enrolleddevice")
@On(value = Platform.IOS, since = "4.0", userEnrollment = false)
@On(value = Platform.WATCHOS, since = "10.0")
@On(value = Platform.VISIONOS, since = "1.1", userEnrollment = false)
public record ClearPasscode(@Key(value = "UnlockToken", required = true) Data unlockToken)
    implements MdmCommand {}
