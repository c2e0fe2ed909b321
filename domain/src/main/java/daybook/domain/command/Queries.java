// SPDX-License-Identifier: Apache-2.0
package daybook.domain.command;

import java.util.Set;

/**
 * The commands that only read: a device that gets one once more, or late, is no other afterwards.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/commands-and-queries">Commands
 *     and queries</a>
 */
public final class Queries {
  private static final Set<String> TYPES =
      Set.of(
          "ActiveNSExtensions",
          "AvailableOSUpdates",
          "CertificateList",
          "ContentCachingInformation",
          "DeviceInformation",
          "InstalledApplicationList",
          "ManagedApplicationAttributes",
          "ManagedApplicationConfiguration",
          "ManagedApplicationList",
          "ManagedMediaList",
          "NSExtensionMappings",
          "OSUpdateStatus",
          "ProfileList",
          "ProvisioningProfileList",
          "Restrictions",
          "SecurityInfo",
          "UserList");

  private Queries() {}

  /** Whether commands of a request type only read. */
  public static boolean isQuery(String requestType) {
    return TYPES.contains(requestType);
  }
}
