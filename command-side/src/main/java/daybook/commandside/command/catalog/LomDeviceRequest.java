// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.domain.enrollment.Platform;
import java.util.List;

/** Switches other Macs on, off, or resets them, through a lights-out controller. */
@RequestType("LOMDeviceRequest")
@On(value = Platform.MACOS, since = "11.0", userEnrollment = false)
public record LomDeviceRequest(
    @Key(value = "RequestList", required = true) List<LomRequest> requestList)
    implements MdmCommand {
  /** Part of {@link LomDeviceRequest}. */
  public record LomRequest(
      @Key(
              value = "DeviceRequestType",
              required = true,
              of = {"PowerON", "PowerOFF", "Reset"})
          String deviceRequestType,
      @Key(value = "DeviceRequestUUID", required = true) String deviceRequestUuid,
      @Key(value = "DeviceDNSName", required = true) String deviceDnsName,
      @Key(value = "PrimaryIPv6AddressList", required = true) List<String> primaryIPv6AddressList,
      @Key(value = "SecondaryIPv6AddressList", required = true)
          List<String> secondaryIPv6AddressList,
      @Key(value = "LOMProtocolVersion", required = true) Long lomProtocolVersion) {}
}
