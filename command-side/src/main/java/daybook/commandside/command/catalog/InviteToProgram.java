// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Invites the user to the volume purchase program. */
@RequestType("InviteToProgram")
@On(value = Platform.MACOS, since = "10.9", channels = Channels.USER, userEnrollment = false)
@On(value = Platform.IOS, since = "7.0", sharedIpad = Channels.USER, userEnrollment = false)
public record InviteToProgram(
    @Key(
            value = "ProgramID",
            required = true,
            of = {"com.apple.cloudvpp"})
        String programId,
    @Key(value = "InvitationURL", required = true) String invitationUrl)
    implements MdmCommand {}
