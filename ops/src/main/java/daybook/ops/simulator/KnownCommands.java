// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import java.util.Set;

/**
 * The request types that devices know; others get the error that devices give.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/commands-and-queries">Commands
 *     and queries</a>
 */
final class KnownCommands {
  static final String ERROR_DOMAIN = "MCMDMErrorDomain";
  static final int UNKNOWN = 12021;

  private static final Set<String> EVERYWHERE =
      Set.of(
          "CertificateList",
          "DeclarativeManagement",
          "DeviceConfigured",
          "DeviceInformation",
          "DeviceLock",
          "EraseDevice",
          "InstallApplication",
          "InstallProfile",
          "InstalledApplicationList",
          "ManagedApplicationList",
          "ProfileList",
          "ProvisioningProfileList",
          "InstallProvisioningProfile",
          "RemoveProvisioningProfile",
          "RemoveApplication",
          "RemoveProfile",
          "RestartDevice",
          "ScheduleOSUpdate",
          "AvailableOSUpdates",
          "OSUpdateStatus",
          "ScheduleOSUpdateScan",
          "SecurityInfo",
          "Settings",
          "ShutDownDevice",
          "UserList",
          "ActivationLockBypassCode",
          "ClearActivationLockBypassCode",
          "Restrictions");
  private static final Set<String> MAC =
      Set.of(
          "AccountConfiguration",
          "ActiveNSExtensions",
          "DeleteUser",
          "DisableRemoteDesktop",
          "EnableRemoteDesktop",
          "InstallEnterpriseApplication",
          "LOMDeviceRequest",
          "LOMSetupRequest",
          "NSExtensionMappings",
          "RotateFileVaultKey",
          "SetAutoAdminPassword",
          "SetFirmwarePassword",
          "SetRecoveryLock",
          "UnlockUserAccount",
          "VerifyFirmwarePassword",
          "VerifyRecoveryLock");
  private static final Set<String> MOBILE =
      Set.of(
          "ApplyRedemptionCode",
          "ClearPasscode",
          "ClearRestrictionsPassword",
          "DeviceLocation",
          "DisableLostMode",
          "EnableLostMode",
          "InstallMedia",
          "InviteToProgram",
          "ManagedApplicationAttributes",
          "ManagedApplicationConfiguration",
          "ManagedApplicationFeedback",
          "ManagedMediaList",
          "PlayLostModeSound",
          "RefreshCellularPlans",
          "RemoveMedia",
          "RequestMirroring",
          "RequestUnlockToken",
          "StopMirroring",
          "ValidateApplications");

  private KnownCommands() {}

  static boolean contains(Model model, String requestType) {
    return EVERYWHERE.contains(requestType) || (model.isMac() ? MAC : MOBILE).contains(requestType);
  }
}
