// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command.catalog;

import daybook.commandside.command.type.Key;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.command.type.On;
import daybook.commandside.command.type.RequestType;
import daybook.commandside.plist.PlistValue.Data;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.Platform;
import java.util.List;
import java.util.Map;

/** Installs a package on a Mac by its manifest. */
@RequestType(value = "InstallEnterpriseApplication", delivery = Delivery.REPEAT, harmless = true)
@On(value = Platform.MACOS, since = "10.13.6")
public record InstallEnterpriseApplication(
    @Key("Manifest") Map<String, Object> manifest,
    @Key("ManifestURL") String manifestUrl,
    @Key("ManifestURLPinningCerts") List<Data> manifestUrlPinningCerts,
    @Key("PinningRevocationCheckRequired") Boolean pinningRevocationCheckRequired,
    @Key("InstallAsManaged") Boolean installAsManaged,
    @Key(
            value = "ManagementFlags",
            of = {"1"})
        Long managementFlags,
    @Key("Configuration") Map<String, Object> configuration,
    @Key(
            value = "ChangeManagementState",
            of = {"Managed"})
        String changeManagementState,
    @Key("iOSApp") Boolean iosApp)
    implements MdmCommand {}
