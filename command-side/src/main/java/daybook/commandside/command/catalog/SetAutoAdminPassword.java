// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.commandside.plist.PlistValue.Data;
import daybook.domain.enrollment.Platform;

/** Changes the password of the administrator that Setup Assistant made. */
@RequestType("SetAutoAdminPassword")
@On(value = Platform.MACOS, since = "10.11", automated = true, userEnrollment = false)
public record SetAutoAdminPassword(
    @Key(value = "GUID", required = true) String guid,
    @Key(value = "passwordHash", required = true) Data passwordHash)
    implements MdmCommand {}
