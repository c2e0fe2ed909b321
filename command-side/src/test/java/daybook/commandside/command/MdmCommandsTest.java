// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.Plists;
import daybook.commandside.plist.UnreadablePlist;
import daybook.domain.command.CommandId;
import daybook.domain.command.Delivery;
import java.nio.charset.StandardCharsets;
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
        commands.plist(
            CommandId.of("ABC-1"), "DeviceInformation", Map.of("Queries", List.of("UDID")));
    PlistDict read = Plists.read(plist);
    assertThat(read.text("CommandUUID")).contains("abc-1");
    assertThat(read.dict("Command").orElseThrow().text("RequestType"))
        .contains("DeviceInformation");
    assertThat(read.dict("Command").orElseThrow().items("Queries")).hasSize(1);
  }

  @Test
  void anOperatorsDictionaryGetsAnId() {
    byte[] written =
        "<dict><key>RequestType</key><string>ProfileList</string></dict>"
            .getBytes(StandardCharsets.UTF_8);
    PlistDict read = Plists.read(commands.withId(written, CommandId.of("1")));
    assertThat(read.dict("Command").orElseThrow().text("RequestType")).contains("ProfileList");
    assertThatThrownBy(() -> commands.withId(new byte[] {'x'}, CommandId.of("1")))
        .isInstanceOf(UnreadablePlist.class);
  }
}
