// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;

/** Turns Remote Desktop off. */
@RequestType("DisableRemoteDesktop")
@On(value = Platform.MACOS, since = "10.14.4", supervised = true, userEnrollment = false)
public record DisableRemoteDesktop() implements MdmCommand {}
