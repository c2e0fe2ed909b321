// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command;

import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.Plists;
import daybook.commandside.plist.UnreadablePlist;
import daybook.domain.command.CommandId;
import daybook.domain.command.Delivery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What the server knows of each of Apple's commands. It is asked at the door alone: what it says is
 * written into the events, which outlive it.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/commands-and-queries">Commands
 *     and queries</a>
 */
@Component
public class MdmCommands {
  /** Queries, and what may be done twice: installs, removals and settings end in the same state. */
  private static final Set<String> REPEATABLE =
      Set.of(
          "ActiveNSExtensions",
          "AvailableOSUpdates",
          "CertificateList",
          "ContentCachingInformation",
          "DeclarativeManagement",
          "DeviceConfigured",
          "DeviceInformation",
          "DeviceLocation",
          "InstallApplication",
          "InstallEnterpriseApplication",
          "InstallMedia",
          "InstallProfile",
          "InstallProvisioningProfile",
          "InstalledApplicationList",
          "ManagedApplicationAttributes",
          "ManagedApplicationConfiguration",
          "ManagedApplicationFeedback",
          "ManagedApplicationList",
          "ManagedMediaList",
          "NSExtensionMappings",
          "OSUpdateStatus",
          "ProfileList",
          "ProvisioningProfileList",
          "RemoveApplication",
          "RemoveMedia",
          "RemoveProfile",
          "RemoveProvisioningProfile",
          "Restrictions",
          "ScheduleOSUpdate",
          "ScheduleOSUpdateScan",
          "SecurityInfo",
          "Settings",
          "UserConfigured",
          "UserList",
          "ValidateApplications");

  /** Whose answers hold nothing that opens a device or an account. */
  private static final Set<String> HARMLESS =
      Set.of(
          "ActiveNSExtensions",
          "AvailableOSUpdates",
          "DeclarativeManagement",
          "DeviceConfigured",
          "DeviceInformation",
          "DeviceLock",
          "EraseDevice",
          "InstallApplication",
          "InstallEnterpriseApplication",
          "InstallProfile",
          "InstalledApplicationList",
          "ManagedApplicationList",
          "NSExtensionMappings",
          "OSUpdateStatus",
          "ProfileList",
          "ProvisioningProfileList",
          "RemoveApplication",
          "RemoveProfile",
          "RestartDevice",
          "Restrictions",
          "ScheduleOSUpdate",
          "ScheduleOSUpdateScan",
          "Settings",
          "ShutDownDevice");

  /**
   * How often a command may go out. One that isn't known to be repeatable goes out once: a lock, a
   * restart or a new password done twice does harm.
   */
  public Delivery delivery(String requestType) {
    return REPEATABLE.contains(requestType) ? Delivery.REPEAT : Delivery.ONCE;
  }

  /**
   * Whether the answers to a request type are personal and no more. What isn't listed is secret:
   * bypass codes, unlock tokens, recovery keys, and all that is unknown.
   *
   * @param requestType null: unknown
   */
  public boolean harmless(String requestType) {
    return requestType != null && HARMLESS.contains(requestType);
  }

  /**
   * The whole property list of a command.
   *
   * @param parameters the keys of its {@code Command} dictionary besides {@code RequestType}, as
   *     {@link PlistDict#of} takes them
   */
  public byte[] plist(CommandId command, String requestType, Map<String, ?> parameters) {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("RequestType", requestType);
    inner.putAll(parameters);
    return whole(command, PlistDict.of(inner));
  }

  /**
   * The whole property list of a command that an operator wrote.
   *
   * @param commandDict the property list of its {@code Command} dictionary, XML or binary
   * @throws UnreadablePlist when it is none
   */
  public byte[] withId(byte[] commandDict, CommandId command) {
    return whole(command, Plists.read(commandDict));
  }

  private static byte[] whole(CommandId command, PlistDict inner) {
    Map<String, Object> outer = new LinkedHashMap<>();
    outer.put("Command", inner);
    outer.put("CommandUUID", command.value());
    return Plists.write(PlistDict.of(outer));
  }
}
