// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;
import java.util.List;

/** Restarts the device. */
@RequestType(value = "RestartDevice", harmless = true)
@On(value = Platform.MACOS, since = "10.13", userEnrollment = false)
@On(
    value = Platform.IOS,
    since = "10.3",
    supervised = true,
    sharedIpad = Channels.DEVICE,
    userEnrollment = false)
@On(value = Platform.TVOS, since = "10.2", supervised = true)
public record RestartDevice(
    @Key("RebuildKernelCache") Boolean rebuildKernelCache,
    @Key("KextPaths") List<String> kextPaths,
    @Key("NotifyUser") Boolean notifyUser)
    implements MdmCommand {}
