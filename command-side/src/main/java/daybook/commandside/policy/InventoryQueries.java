// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is asked with {@code DeviceInformation}, by platform: what a device is and how it is set,
 * never what changes by itself from hour to hour (battery, free space, roaming, networks), so that
 * an answer equal to the last one is the usual case. Devices leave out what they don't know.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/deviceinformationcommand">DeviceInformationCommand</a>
 */
final class InventoryQueries {
  private static final List<String> ALL =
      List.of(
          "UDID",
          "SerialNumber",
          "DeviceName",
          "ProductName",
          "ModelName",
          "ModelNumber",
          "OSVersion",
          "SupplementalOSVersionExtra",
          "BuildVersion",
          "SupplementalBuildVersion",
          "IsSupervised",
          "AwaitingConfiguration");

  private static final List<String> MOBILE =
      List.of(
          "Model",
          "DeviceCapacity",
          "IMEI",
          "MEID",
          "ICCID",
          "PhoneNumber",
          "CellularTechnology",
          "ModemFirmwareVersion",
          "BluetoothMAC",
          "WiFiMAC",
          "TimeZone",
          "IsMultiUser",
          "IsActivationLockEnabled",
          "IsDeviceLocatorServiceEnabled",
          "IsCloudBackupEnabled",
          "IsMDMLostModeEnabled",
          "EASDeviceIdentifier",
          "DiagnosticSubmissionEnabled",
          "AppAnalyticsEnabled",
          "SoftwareUpdateDeviceID");

  private static final List<String> MAC =
      List.of(
          "ProvisioningUDID",
          "Model",
          "IsAppleSilicon",
          "DeviceCapacity",
          "HostName",
          "LocalHostName",
          "BluetoothMAC",
          "WiFiMAC",
          "EthernetMAC",
          "IsActivationLockEnabled",
          "IsActivationLockSupported",
          "SystemIntegrityProtectionEnabled",
          "PINRequiredForEraseDevice",
          "PINRequiredForDeviceLock",
          "SupportsiOSAppInstalls",
          "SupportsLOMDevice",
          "SoftwareUpdateDeviceID");

  private static final Map<String, List<String>> BY_PLATFORM =
      Map.of(
          "macOS",
          join(ALL, MAC),
          "iOS",
          join(ALL, MOBILE),
          "iPadOS",
          join(ALL, MOBILE),
          "tvOS",
          join(ALL, List.of("Model", "DeviceID", "BluetoothMAC", "WiFiMAC", "TimeZone")),
          "watchOS",
          join(ALL, List.of("Model", "WiFiMAC", "TimeZone", "IsActivationLockEnabled")),
          "visionOS",
          join(
              ALL,
              List.of(
                  "DeviceCapacity",
                  "BluetoothMAC",
                  "WiFiMAC",
                  "TimeZone",
                  "IsDeviceLocatorServiceEnabled",
                  "SoftwareUpdateDeviceID")));

  private InventoryQueries() {}

  /**
   * The names to ask for.
   *
   * @param platform the word of a platform; for any other, and for null, what all of them know
   */
  static List<String> of(String platform) {
    return platform == null ? ALL : BY_PLATFORM.getOrDefault(platform, ALL);
  }

  private static List<String> join(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
