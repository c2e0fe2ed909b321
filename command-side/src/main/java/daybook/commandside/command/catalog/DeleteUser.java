// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Deletes a user of the device. */
@RequestType("DeleteUser")
@On(value = Platform.MACOS, since = "10.13", supervised = true, userEnrollment = false)
@On(value = Platform.IOS, since = "9.3", sharedIpad = Channels.DEVICE, userEnrollment = false)
public record DeleteUser(
    @Key("UserName") String userName,
    @Key("ForceDeletion") Boolean forceDeletion,
    @Key("DeleteAllUsers") Boolean deleteAllUsers)
    implements MdmCommand {}
