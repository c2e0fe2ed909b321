// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;
import java.util.List;

/** Schedules updates. */
@RequestType(value = "ScheduleOSUpdate", delivery = Delivery.REPEAT, harmless = true)
@On(
    value = Platform.MACOS,
    since = "10.11",
    until = "27.0",
    supervised = true,
    userEnrollment = false)
@On(
    value = Platform.IOS,
    since = "9.0",
    until = "27.0",
    supervised = true,
    sharedIpad = Channels.DEVICE,
    userEnrollment = false)
@On(value = Platform.TVOS, since = "12.0", until = "27.0", supervised = true)
public record ScheduleOsUpdate(@Key(value = "Updates", required = true) List<Update> updates)
    implements MdmCommand {
  /** Part of {@link ScheduleOsUpdate}. */
  public record Update(
      @Key("ProductKey") String productKey,
      @Key("ProductVersion") String productVersion,
      @Key(
              value = "InstallAction",
              required = true,
              of = {
                "Default",
                "DownloadOnly",
                "InstallASAP",
                "NotifyOnly",
                "InstallLater",
                "InstallForceRestart"
              })
          String installAction,
      @Key("MaxUserDeferrals") Long maxUserDeferrals,
      @Key(
              value = "Priority",
              of = {"Low", "High"})
          String priority) {}
}
