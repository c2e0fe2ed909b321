// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.command.catalog.DeviceInformation;
import daybook.commandside.command.catalog.Settings;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.Plists;
import daybook.domain.command.CommandId;
import daybook.domain.command.Delivery;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MdmCommandsTest {
  private final MdmCommands commands = new MdmCommands();

  @Test
  void whatHarmsWhenDoneTwiceGoesOutOnce() {
    for (String type :
        List.of(
            "DeviceLock",
            "EraseDevice",
            "RestartDevice",
            "ShutDownDevice",
            "ClearPasscode",
            "SetRecoveryLock",
            "SetFirmwarePassword",
            "RotateFileVaultKey",
            "SetAutoAdminPassword",
            "RequestUnlockToken",
            "NeverHeardOf")) {
      assertThat(commands.delivery(type)).as(type).isEqualTo(Delivery.ONCE);
    }
    for (String type : List.of("DeviceInformation", "InstallProfile", "Settings")) {
      assertThat(commands.delivery(type)).as(type).isEqualTo(Delivery.REPEAT);
    }
  }

  @Test
  void answersThatMayHoldSecretsAreSecret() {
    assertThat(commands.harmless("DeviceInformation")).isTrue();
    for (String type :
        List.of(
            "ActivationLockBypassCode",
            "RequestUnlockToken",
            "RotateFileVaultKey",
            "SecurityInfo",
            "CertificateList",
            "DeviceLocation",
            "NeverHeardOf")) {
      assertThat(commands.harmless(type)).as(type).isFalse();
    }
    assertThat(commands.harmless(null)).isFalse();
  }

  @Test
  void aCommandIsAWholePropertyList() {
    byte[] plist =
        commands.plist(CommandId.of("ABC-1"), new DeviceInformation(List.of("UDID"), null));
    PlistDict read = Plists.read(plist);
    assertThat(read.text("CommandUUID")).contains("abc-1");
    assertThat(read.dict("Command").orElseThrow().text("RequestType"))
        .contains("DeviceInformation");
    assertThat(read.dict("Command").orElseThrow().items("Queries")).hasSize(1);
  }

  @Test
  void whatANestedRecordHoldsIsWrittenUnderApplesNames() {
    PlistDict dict =
        new Settings(
                List.of(
                    new Settings.Bluetooth(true),
                    new Settings.MdmOptionsSetting(new Settings.MdmOptions(null, true, null))))
            .dict();
    assertThat(dict.items("Settings"))
        .containsExactly(
            PlistDict.of(Map.of("Item", "Bluetooth", "Enabled", true)),
            PlistDict.of(
                Map.of("Item", "MDMOptions", "MDMOptions", Map.of("BootstrapTokenAllowed", true))));
  }
}
