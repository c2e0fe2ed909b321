// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.CommandType;
import daybook.commandside.command.type.MdmCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All types of commands, by Apple's name of them. */
public final class CommandTypes {
  private static final List<Class<? extends MdmCommand>> RECORDS =
      List.of(
          AccountConfiguration.class,
          ActivationLockBypassCode.class,
          ActiveNsExtensions.class,
          ApplyRedemptionCode.class,
          AvailableOsUpdates.class,
          CancelEnhancedLogCollection.class,
          CertificateList.class,
          ClearActivationLockBypassCode.class,
          ClearPasscode.class,
          ClearRestrictionsPassword.class,
          ContentCachingInformation.class,
          DeclarativeManagement.class,
          DeleteUser.class,
          DeviceConfigured.class,
          DeviceInformation.class,
          DeviceLocation.class,
          DeviceLock.class,
          DisableLostMode.class,
          DisableRemoteDesktop.class,
          EnableLostMode.class,
          EnableRemoteDesktop.class,
          EraseDevice.class,
          InstallApplication.class,
          InstallEnterpriseApplication.class,
          InstallMedia.class,
          InstallProfile.class,
          InstallProvisioningProfile.class,
          InstalledApplicationList.class,
          InviteToProgram.class,
          LogOutUser.class,
          LomDeviceRequest.class,
          LomSetupRequest.class,
          ManagedApplicationAttributes.class,
          ManagedApplicationConfiguration.class,
          ManagedApplicationFeedback.class,
          ManagedApplicationList.class,
          ManagedMediaList.class,
          NsExtensionMappings.class,
          OsUpdateStatus.class,
          PlayLostModeSound.class,
          ProfileList.class,
          ProvisioningProfileList.class,
          RefreshCellularPlans.class,
          RemoveApplication.class,
          RemoveMedia.class,
          RemoveProfile.class,
          RemoveProvisioningProfile.class,
          RequestMirroring.class,
          RequestUnlockToken.class,
          RestartDevice.class,
          Restrictions.class,
          RotateFileVaultKey.class,
          ScheduleOsUpdate.class,
          ScheduleOsUpdateScan.class,
          SecurityInfo.class,
          SetAutoAdminPassword.class,
          SetFirmwarePassword.class,
          SetRecoveryLock.class,
          Settings.class,
          ShutDownDevice.class,
          StopMirroring.class,
          TriggerEnhancedLogCollection.class,
          UnlockUserAccount.class,
          UserConfigured.class,
          UserList.class,
          ValidateApplications.class,
          VerifyFirmwarePassword.class,
          VerifyRecoveryLock.class);

  private static final Map<String, CommandType> BY_REQUEST_TYPE = byRequestType();

  private CommandTypes() {}

  /** The type of a name; empty when Apple has none of that name, as far as this version knows. */
  public static Optional<CommandType> find(String requestType) {
    return Optional.ofNullable(BY_REQUEST_TYPE.get(requestType));
  }

  /** All of them, in the order of their names. */
  public static List<CommandType> all() {
    return List.copyOf(BY_REQUEST_TYPE.values());
  }

  private static Map<String, CommandType> byRequestType() {
    Map<String, CommandType> types = new TreeMap<>();
    for (Class<? extends MdmCommand> record : RECORDS) {
      CommandType type = CommandType.of(record);
      types.put(type.requestType(), type);
    }
    return types;
  }
}
