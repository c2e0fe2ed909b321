// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.commandside.plist.PlistValue.Data;
import daybook.domain.enrollment.Platform;

/** Erases the device. */
@RequestType(value = "EraseDevice", harmless = true, permission = "mdm.erase_enrolleddevice")
@On(value = Platform.MACOS, since = "10.7", userEnrollment = false)
@On(value = Platform.IOS, since = "4.0", sharedIpad = Channels.DEVICE, userEnrollment = false)
@On(value = Platform.TVOS, since = "10.2")
@On(value = Platform.WATCHOS, since = "10.0")
@On(value = Platform.VISIONOS, since = "1.1", userEnrollment = false)
public record EraseDevice(
    @Key("PreserveDataPlan") Boolean preserveDataPlan,
    @Key("DisallowProximitySetup") Boolean disallowProximitySetup,
    @Key("PIN") String pin,
    @Key(
            value = "ObliterationBehavior",
            of = {"Default", "DoNotObliterate", "ObliterateWithWarning", "Always"})
        String obliterationBehavior,
    @Key("ReturnToService") ReturnToService returnToService)
    implements MdmCommand {
  /** Part of {@link EraseDevice}. */
  public record ReturnToService(
      @Key(value = "Enabled", required = true) Boolean enabled,
      @Key("WiFiProfileData") Data wiFiProfileData,
      @Key("MDMProfileData") Data mdmProfileData) {}
}
