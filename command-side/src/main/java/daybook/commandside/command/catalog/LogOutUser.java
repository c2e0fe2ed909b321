// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Logs the present user of a Shared iPad out. */
@RequestType("LogOutUser")
@On(value = Platform.IOS, since = "9.3", sharedIpad = Channels.DEVICE, userEnrollment = false)
public record LogOutUser() implements MdmCommand {}
