// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.commandside.operator.OperatorDoor;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.Plists;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountState;
import daybook.domain.access.Permission;
import daybook.domain.command.CommandIntent.QueueCommand;
import daybook.domain.command.CommandTarget;
import daybook.domain.command.Delivery;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.Platform;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

class DeviceCommandControllerTest {
  private static final String PATH = "/api/mdm/devices/42/commands/";
  private static final CommandTarget MAC =
      new CommandTarget(Platform.MACOS, "Mac14,2", "15.1", true, true, false);
  private static final CommandTarget INTEL_MAC =
      new CommandTarget(Platform.MACOS, "MacBookPro14,1", "13.1", false, true, false);
  private static final CommandTarget IPHONE =
      new CommandTarget(Platform.IOS, "iPhone14,5", "18.1", null, false, false);
  private static final CommandTarget BYOD_MAC =
      new CommandTarget(Platform.MACOS, "Mac14,2", "15.1", true, false, true);

  private final OperatorDoor door = CommandDoor.open();

  @BeforeEach
  void aMac() {
    door.devices.put(42L, new EnrollmentId("MAC-1").stream());
    door.target = MAC;
  }

  @Test
  void aCommandGoesOutAsItsRecordSays() throws Exception {
    MockHttpServletResponse answer =
        door.post(
            PATH,
            """
            {"request_type": "InstallApplication", "priority": 5,
             "not_before": "2026-12-01T08:00:00", "expires_at": "2026-12-02T08:00:00",
             "parameters": {"iTunesStoreID": 361309726, "InstallAsManaged": true,
               "Options": {"PurchaseMethod": 1}, "Configuration": {"a": [1, {"b": "c"}]},
               "Attributes": {"AssociatedDomains": ["example.com"]}}}
            """);

    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
    assertThat(answer.getContentAsString())
        .contains("\"name\":\"InstallApplication\"", "\"enrolled_device\":42");
    QueueCommand queued = door.queued.get(0);
    assertThat(queued.requestType()).isEqualTo("InstallApplication");
    assertThat(queued.delivery()).isEqualTo(Delivery.REPEAT);
    assertThat(queued.priority()).isEqualTo(5);
    assertThat(queued.notBefore()).isEqualTo(Instant.parse("2026-12-01T08:00:00Z"));
    assertThat(queued.expiresAt()).isEqualTo(Instant.parse("2026-12-02T08:00:00Z"));
    PlistDict command = command(queued);
    assertThat(command.whole("iTunesStoreID")).hasValue(361309726L);
    assertThat(command.dict("Options").orElseThrow().whole("PurchaseMethod")).hasValue(1L);
    assertThat(command.dict("Configuration").orElseThrow().items("a")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|{\"request_type\":[\"This field is required.\"]}",
        "{\"request_type\":\"Nope\"}|No command of this name is known here",
        "{\"request_type\":\"DeviceLock\",\"parameters\":[]}|{\"parameters\":[\"Expected a dictionary.\"]}",
        "{\"request_type\":\"DeviceLock\",\"parameters\":{\"Pin\":\"123456\"}}"
            + "|{\"parameters\":{\"Pin\":[\"Unknown key.\"]}}",
        "{\"request_type\":\"DeviceLock\",\"parameters\":{\"PIN\":123456}}"
            + "|{\"parameters\":{\"PIN\":[\"Not a valid string.\"]}}",
        "{\"request_type\":\"RemoveProfile\"}|{\"parameters\":{\"Identifier\":[\"This field is required.\"]}}",
        "{\"request_type\":\"InstallProfile\",\"parameters\":{\"Payload\":\"%\"}}"
            + "|{\"parameters\":{\"Payload\":[\"Not valid base64.\"]}}",
        "{\"request_type\":\"EraseDevice\",\"parameters\":{\"ObliterationBehavior\":\"Never\"}}"
            + "|is not a valid choice",
        "{\"request_type\":\"Settings\",\"parameters\":{\"Settings\":[{\"Item\":\"Nope\"}]}}"
            + "|{\"parameters\":{\"Settings\":{\"Item\":",
        "{\"request_type\":\"Settings\",\"parameters\":{\"Settings\":[{\"Item\":\"Bluetooth\"}]}}"
            + "|{\"parameters\":{\"Settings\":{\"Enabled\":[\"This field is required.\"]}}}",
        "{\"request_type\":\"DeviceLock\",\"expires_at\":\"2026-01-01T00:00:00\",\"not_before\":\"2026-01-02T00:00:00\"}"
            + "|Must be after not_before."
      })
  void whatIsWrongIsToldByKey(String json, String told) throws Exception {
    MockHttpServletResponse answer = door.post(PATH, json);

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentAsString()).contains(told);
    assertThat(door.queued).isEmpty();
  }

  @Test
  void whatNoPropertyListOrQueueHoldsIsToldOfTheParameters() throws Exception {
    String install = "{\"request_type\":\"InstallApplication\",\"parameters\":{%s}}";
    assertThat(
            door.post(PATH, install.formatted("\"Configuration\":{\"a\":99999999999999999999}"))
                .getContentAsString())
        .startsWith("{\"parameters\":{\"Configuration\":");
    assertThat(
            door.post(PATH, install.formatted("\"Identifier\":\"" + "x".repeat(1 << 20) + "\""))
                .getContentAsString())
        .isEqualTo("{\"parameters\":[\"The command is larger than 1 MiB\"]}");
    assertThat(door.queued).isEmpty();
  }

  @Test
  void whatADeviceCannotTakeIsRefusedInWordsUnlessForced() throws Exception {
    door.target = IPHONE;

    refused("SetRecoveryLock", "{\"NewPassword\":\"x\"}", "No iOS takes SetRecoveryLock.");
    refused("EnableLostMode", "{\"Message\":\"x\"}", "EnableLostMode needs a supervised device.");
    refused(
        "TriggerEnhancedLogCollection",
        "{\"AppleCareToken\":\"x\"}",
        "TriggerEnhancedLogCollection needs iOS 27.0; the device has 18.1.");
    door.target = new CommandTarget(Platform.IPADOS, "iPad8,1", "27.0", null, true, false);
    refused(
        "OSUpdateStatus", "{}", "OSUpdateStatus was removed in iPadOS 27.0; the device has 27.0.");
    door.target = BYOD_MAC;
    refused("EraseDevice", "{}", "EraseDevice isn't for devices that their user has enrolled.");
    door.target = MAC;
    refused("ActiveNSExtensions", "{}", "ActiveNSExtensions goes over a user's channel on macOS.");

    MockHttpServletResponse forced =
        door.post(PATH, "{\"request_type\":\"ActiveNSExtensions\",\"force\":true}");
    assertThat(forced.getStatus()).isEqualTo(201);
  }

  private void refused(String requestType, String parameters, String reason) throws Exception {
    MockHttpServletResponse answer =
        door.post(
            PATH, "{\"request_type\":\"%s\",\"parameters\":%s}".formatted(requestType, parameters));
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentAsString()).isEqualTo("{\"detail\":\"%s\"}".formatted(reason));
    assertThat(door.queued).isEmpty();
  }

  @Test
  void graveCommandsAndForceNeedAPermissionOfTheirOwn() throws Exception {
    door.account =
        new AccountState(
            new AccountId("helper"), false, false, true, List.of(Permission.ADD_COMMAND));

    for (String order :
        List.of(
            "commands/ {\"request_type\":\"EraseDevice\"} mdm.erase_enrolleddevice",
            "commands/ {\"request_type\":\"ClearPasscode\",\"parameters\":{\"UnlockToken\":\"AA==\"}}"
                + " mdm.clear_passcode_enrolleddevice",
            "commands/ {\"request_type\":\"ProfileList\",\"force\":true} mdm.force_devicecommand",
            "erase/ {} mdm.erase_enrolleddevice",
            "lock/ {\"pin\":\"123456\"} mdm.lock_enrolleddevice",
            "send_custom_command/ {\"command\":\"<dict><key>RequestType</key><string>EraseDevice</string></dict>\"}"
                + " mdm.erase_enrolleddevice")) {
      String[] parts = order.split(" ");
      MockHttpServletResponse answer = door.post("/api/mdm/devices/42/" + parts[0], parts[1]);
      assertThat(answer.getStatus()).as(order).isEqualTo(403);
      assertThat(answer.getContentAsString()).contains(parts[2]);
    }
    assertThat(door.queued).isEmpty();
    assertThat(door.post(PATH, "{\"request_type\":\"ProfileList\"}").getStatus()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|pin",
        "{'pin':'1234567'}|pin",
        "{'pin':'12345'}|pin",
        "{'pin':'abcdef'}|pin",
        "{'pin':null}|pin",
        "{'pin':'123456','message':''}|message",
        "{'pin':'123456','phone_number':'1111111111111111'}|phone_number"
      })
  void aMacIsLockedBySixDigits(String json, String field) throws Exception {
    MockHttpServletResponse answer =
        door.post("/api/mdm/devices/42/lock/", json.replace('\'', '"'));

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentAsString()).startsWith("{\"" + field + "\":");
    assertThat(door.queued).isEmpty();
  }

  @Test
  void aLockCarriesPinAndMessage() throws Exception {
    door.post(
        "/api/mdm/devices/42/lock/",
        "{\"pin\":\"123456\",\"message\":\"Return me\",\"phone_number\":\"+49401\"}");

    PlistDict command = command(door.queued.get(0));
    assertThat(command.text("PIN")).hasValue("123456");
    assertThat(command.text("Message")).hasValue("Return me");
    assertThat(command.text("PhoneNumber")).hasValue("+49401");
  }

  @Test
  void anIntelMacWithoutAT2IsErasedByAPinAndOthersAreNot() throws Exception {
    door.target = INTEL_MAC;
    assertThat(door.post("/api/mdm/devices/42/erase/", "{}").getStatus()).isEqualTo(400);
    door.post("/api/mdm/devices/42/erase/", "{\"pin\":\"a1B2c3\"}");
    assertThat(command(door.queued.get(0)).text("PIN")).hasValue("a1B2c3");

    door.target = new CommandTarget(Platform.MACOS, "MacBookPro15,1", "13.1", false, true, false);
    assertThat(door.post("/api/mdm/devices/42/erase/", "{}").getStatus()).isEqualTo(201);
    door.target = MAC;
    door.post("/api/mdm/devices/42/erase/", "{\"obliteration_behavior\":\"DoNotObliterate\"}");
    assertThat(command(door.queued.get(2)).text("ObliterationBehavior"))
        .hasValue("DoNotObliterate");
  }

  @Test
  void anIPhoneIsToldWhatToKeep() throws Exception {
    door.target = IPHONE;
    assertThat(door.post("/api/mdm/devices/42/erase/", "{}").getContentAsString())
        .contains("disallow_proximity_setup", "preserve_data_plan");
    door.post(
        "/api/mdm/devices/42/erase/",
        "{\"disallow_proximity_setup\":true,\"preserve_data_plan\":false}");
    assertThat(command(door.queued.get(0)).flag("PreserveDataPlan")).hasValue(false);
    assertThat(command(door.queued.get(0)).flag("DisallowProximitySetup")).hasValue(true);
  }

  @Test
  void aMacThatItsUserEnrolledIsNoTargetForALock() throws Exception {
    door.target = BYOD_MAC;
    MockHttpServletResponse answer = door.post("/api/mdm/devices/42/lock/", "{\"pin\":\"123456\"}");
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentAsString()).isEqualTo("{\"detail\":\"Invalid target.\"}");
  }

  private PlistDict command(QueueCommand queued) {
    return Plists.read(
            door.vault.open(queued.payload().sealed(), "CommandQueued", "payload").orElseThrow())
        .dict("Command")
        .orElseThrow();
  }
}
