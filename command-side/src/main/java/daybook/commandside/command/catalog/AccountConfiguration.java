// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.commandside.plist.PlistValue.Data;
import daybook.domain.enrollment.Platform;
import java.util.List;

/** Makes the accounts of a new Mac during Setup Assistant, or lets the user make one. */
@RequestType("AccountConfiguration")
@On(value = Platform.MACOS, since = "10.11", automated = true, userEnrollment = false)
public record AccountConfiguration(
    @Key("SkipPrimarySetupAccountCreation") Boolean skipPrimarySetupAccountCreation,
    @Key("SetPrimarySetupAccountAsRegularUser") Boolean setPrimarySetupAccountAsRegularUser,
    @Key("PrimaryAccountFullName") String primaryAccountFullName,
    @Key("PrimaryAccountUserName") String primaryAccountUserName,
    @Key("DontAutoPopulatePrimaryAccountInfo") Boolean dontAutoPopulatePrimaryAccountInfo,
    @Key("LockPrimaryAccountInfo") Boolean lockPrimaryAccountInfo,
    @Key("AutoSetupAdminAccounts") List<AdminAccount> autoSetupAdminAccounts,
    @Key("ManagedLocalUserShortName") String managedLocalUserShortName)
    implements MdmCommand {
  /** Part of {@link AccountConfiguration}. */
  public record AdminAccount(
      @Key(value = "shortName", required = true) String shortName,
      @Key("fullName") String fullName,
      @Key("passwordHash") Data passwordHash,
      @Key("hidden") Boolean hidden) {}
}
