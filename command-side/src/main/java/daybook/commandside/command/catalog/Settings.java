// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.Item;
import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.commandside.plist.PlistValue.Data;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;
import java.util.List;
import java.util.Map;

/** Sets settings, each once; the user may change some of them later. */
@RequestType(value = "Settings", delivery = Delivery.REPEAT, harmless = true)
@On(value = Platform.MACOS, since = "10.9", channels = Channels.BOTH)
@On(value = Platform.IOS, since = "5.0", sharedIpad = Channels.BOTH)
@On(value = Platform.TVOS, since = "9.0")
@On(value = Platform.WATCHOS, since = "10.0")
@On(value = Platform.VISIONOS, since = "1.1")
public record Settings(@Key(value = "Settings", required = true) List<Setting> settings)
    implements MdmCommand {
  /** One setting, told apart by its {@code Item}. */
  public sealed interface Setting {}

  /** {@code Wallpaper}. */
  @Item("Wallpaper")
  public record Wallpaper(
      @Key(value = "Image", required = true) Data image,
      @Key(
              value = "Where",
              required = true,
              of = {"1", "2", "3"})
          Long where)
      implements Setting {}

  /** {@code DataRoaming}. */
  @Item("DataRoaming")
  public record DataRoaming(@Key(value = "Enabled", required = true) Boolean enabled)
      implements Setting {}

  /** {@code VoiceRoaming}. */
  @Item("VoiceRoaming")
  public record VoiceRoaming(@Key(value = "Enabled", required = true) Boolean enabled)
      implements Setting {}

  /** {@code PersonalHotspot}. */
  @Item("PersonalHotspot")
  public record PersonalHotspot(@Key(value = "Enabled", required = true) Boolean enabled)
      implements Setting {}

  /** {@code Bluetooth}. */
  @Item("Bluetooth")
  public record Bluetooth(@Key(value = "Enabled", required = true) Boolean enabled)
      implements Setting {}

  /** {@code ApplicationConfiguration}. */
  @Item("ApplicationConfiguration")
  public record ApplicationConfiguration(
      @Key(value = "Identifier", required = true) String identifier,
      @Key("Configuration") Map<String, Object> configuration)
      implements Setting {}

  /** {@code ApplicationAttributes}. */
  @Item("ApplicationAttributes")
  public record ApplicationAttributes(
      @Key(value = "Identifier", required = true) String identifier,
      @Key("Attributes") Attributes attributes)
      implements Setting {}

  /** {@code DeviceName}. */
  @Item("DeviceName")
  public record DeviceNameSetting(@Key(value = "DeviceName", required = true) String deviceName)
      implements Setting {}

  /** {@code HostName}. */
  @Item("HostName")
  public record HostNameSetting(@Key(value = "HostName", required = true) String hostName)
      implements Setting {}

  /** {@code OrganizationInfo}. */
  @Item("OrganizationInfo")
  public record OrganizationInfoSetting(@Key("OrganizationInfo") OrganizationInfo organizationInfo)
      implements Setting {}

  /** {@code MDMOptions}. */
  @Item("MDMOptions")
  public record MdmOptionsSetting(@Key(value = "MDMOptions", required = true) MdmOptions mdmOptions)
      implements Setting {}

  /** {@code MaximumResidentUsers}. */
  @Item("MaximumResidentUsers")
  public record MaximumResidentUsersSetting(
      @Key(value = "MaximumResidentUsers", required = true) Long maximumResidentUsers)
      implements Setting {}

  /** {@code SharedDeviceConfiguration}. */
  @Item("SharedDeviceConfiguration")
  public record SharedDeviceConfiguration(
      @Key("QuotaSize") Long quotaSize,
      @Key("ResidentUsers") Long residentUsers,
      @Key("UserSessionTimeout") Long userSessionTimeout,
      @Key("TemporarySessionTimeout") Long temporarySessionTimeout,
      @Key("TemporarySessionOnly") Boolean temporarySessionOnly,
      @Key("ManagedAppleIDDefaultDomains") List<String> managedAppleIdDefaultDomains,
      @Key("OnlineAuthenticationGracePeriod") Long onlineAuthenticationGracePeriod,
      @Key("SkipLanguageAndLocaleSetupForNewUsers") Boolean skipLanguageAndLocaleSetupForNewUsers,
      @Key("AwaitUserConfiguration") AwaitUserConfiguration awaitUserConfiguration,
      @Key("PasscodePolicy") PasscodePolicy passcodePolicy)
      implements Setting {}

  /** {@code DiagnosticSubmission}. */
  @Item("DiagnosticSubmission")
  public record DiagnosticSubmission(@Key(value = "Enabled", required = true) Boolean enabled)
      implements Setting {}

  /** {@code AppAnalytics}. */
  @Item("AppAnalytics")
  public record AppAnalytics(@Key(value = "Enabled", required = true) Boolean enabled)
      implements Setting {}

  /** {@code PasscodeLockGracePeriod}. */
  @Item("PasscodeLockGracePeriod")
  public record PasscodeLockGracePeriodSetting(
      @Key(
              value = "PasscodeLockGracePeriod",
              required = true,
              of = {"0", "60", "300", "900", "3600", "14400"})
          Long passcodeLockGracePeriod)
      implements Setting {}

  /** {@code TimeZone}. */
  @Item("TimeZone")
  public record TimeZoneSetting(@Key(value = "TimeZone", required = true) String timeZone)
      implements Setting {}

  /** {@code SoftwareUpdateSettings}. */
  @Item("SoftwareUpdateSettings")
  public record SoftwareUpdateSettings(
      @Key(
              value = "RecommendationCadence",
              required = true,
              of = {"0", "1", "2"})
          Long recommendationCadence)
      implements Setting {}

  /** {@code AccessibilitySettings}. */
  @Item("AccessibilitySettings")
  public record AccessibilitySettings(
      @Key("BoldTextEnabled") Boolean boldTextEnabled,
      @Key("IncreaseContrastEnabled") Boolean increaseContrastEnabled,
      @Key("ReduceMotionEnabled") Boolean reduceMotionEnabled,
      @Key("ReduceTransparencyEnabled") Boolean reduceTransparencyEnabled,
      @Key(
              value = "TextSize",
              of = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"})
          Long textSize,
      @Key("TouchAccommodationsEnabled") Boolean touchAccommodationsEnabled,
      @Key("VoiceOverEnabled") Boolean voiceOverEnabled,
      @Key("ZoomEnabled") Boolean zoomEnabled,
      @Key("GrayscaleEnabled") Boolean grayscaleEnabled)
      implements Setting {}

  /** Part of {@link Settings}. */
  public record Attributes(
      @Key("VPNUUID") String vpnUuid,
      @Key("ContentFilterUUID") String contentFilterUuid,
      @Key("DNSProxyUUID") String dnsProxyUuid,
      @Key("RelayUUID") String relayUuid,
      @Key("AssociatedDomains") List<String> associatedDomains,
      @Key("AssociatedDomainsEnableDirectDownloads") Boolean associatedDomainsEnableDirectDownloads,
      @Key("Removable") Boolean removable,
      @Key("TapToPayScreenLock") Boolean tapToPayScreenLock,
      @Key("CellularSliceUUID") String cellularSliceUuid,
      @Key("Hideable") Boolean hideable,
      @Key("Lockable") Boolean lockable) {}

  /** Part of {@link Settings}. */
  public record OrganizationInfo(
      @Key(value = "OrganizationName", required = true) String organizationName,
      @Key("OrganizationShortName") String organizationShortName,
      @Key("OrganizationAddress") String organizationAddress,
      @Key("OrganizationPhone") String organizationPhone,
      @Key("OrganizationEmail") String organizationEmail,
      @Key("OrganizationMagic") String organizationMagic) {}

  /** Part of {@link Settings}. */
  public record MdmOptions(
      @Key("ActivationLockAllowedWhileSupervised") Boolean activationLockAllowedWhileSupervised,
      @Key("BootstrapTokenAllowed") Boolean bootstrapTokenAllowed,
      @Key("PromptUserToAllowBootstrapTokenForAuthentication")
          Boolean promptUserToAllowBootstrapTokenForAuthentication) {}

  /** Part of {@link Settings}. */
  public record AwaitUserConfiguration(@Key(value = "Enabled", required = true) Boolean enabled) {}

  /** Part of {@link Settings}. */
  public record PasscodePolicy(
      @Key(
              value = "PasscodeLockGracePeriod",
              of = {"0", "60", "300", "900", "3600", "14400"})
          Long passcodeLockGracePeriod,
      @Key("AutoLockTime") Long autoLockTime) {}
}
