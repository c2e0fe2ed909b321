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
import java.util.Map;

/** Installs or updates a managed app. */
@RequestType(value = "InstallApplication", delivery = Delivery.REPEAT, harmless = true)
@On(value = Platform.MACOS, since = "10.9", channels = Channels.BOTH)
@On(value = Platform.IOS, since = "5.0", sharedIpad = Channels.DEVICE)
@On(value = Platform.TVOS, since = "10.2")
@On(value = Platform.WATCHOS, since = "10.0")
@On(value = Platform.VISIONOS, since = "1.1")
public record InstallApplication(
    @Key("iTunesStoreID") Long itunesStoreId,
    @Key("Identifier") String identifier,
    @Key("Options") Options options,
    @Key("ManifestURL") String manifestUrl,
    @Key(
            value = "ManagementFlags",
            of = {"1", "4", "5"})
        Long managementFlags,
    @Key("Configuration") Map<String, Object> configuration,
    @Key("Attributes") Attributes attributes,
    @Key(
            value = "ChangeManagementState",
            of = {"Managed"})
        String changeManagementState,
    @Key("InstallAsManaged") Boolean installAsManaged,
    @Key("iOSApp") Boolean iosApp)
    implements MdmCommand {
  /** Part of {@link InstallApplication}. */
  public record Options(
      @Key(
              value = "PurchaseMethod",
              of = {"0", "1"})
          Long purchaseMethod) {}

  /** Part of {@link InstallApplication}. */
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
}
