// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;

/** Has the device look for updates. */
@RequestType(value = "ScheduleOSUpdateScan", delivery = Delivery.REPEAT, harmless = true)
@On(
    value = Platform.MACOS,
    since = "10.11",
    until = "27.0",
    supervised = true,
    userEnrollment = false)
public record ScheduleOsUpdateScan(@Key("Force") Boolean force) implements MdmCommand {}
