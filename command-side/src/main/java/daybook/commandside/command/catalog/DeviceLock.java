// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Locks the device at once. */
@RequestType(value = "DeviceLock", harmless = true, permission = "mdm.lock_enrolleddevice")
@On(value = Platform.MACOS, since = "10.7", userEnrollment = false)
@On(value = Platform.IOS, since = "4.0", sharedIpad = Channels.DEVICE)
@On(value = Platform.WATCHOS, since = "10.0")
@On(value = Platform.VISIONOS, since = "2.0")
public record DeviceLock(
    @Key("Message") String message, @Key("PhoneNumber") String phoneNumber, @Key("PIN") String pin)
    implements MdmCommand {}
