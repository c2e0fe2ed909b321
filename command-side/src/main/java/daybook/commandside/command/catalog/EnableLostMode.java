// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Begins Lost Mode, in which only a message and a phone number are shown. */
@RequestType("EnableLostMode")
@On(
    value = Platform.IOS,
    since = "9.3",
    supervised = true,
    sharedIpad = Channels.DEVICE,
    userEnrollment = false)
public record EnableLostMode(
    @Key("Message") String message,
    @Key("PhoneNumber") String phoneNumber,
    @Key("Footnote") String footnote)
    implements MdmCommand {}
