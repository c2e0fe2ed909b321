// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.dd.plist.NSDictionary;
import com.dd.plist.PropertyListParser;
import daybook.domain.DomainEvent;
import daybook.domain.Log;
import daybook.domain.LogEntry;
import daybook.domain.Personal;
import daybook.domain.Sealed;
import daybook.domain.SealedFields;
import daybook.domain.Secret;
import daybook.domain.Vault;
import daybook.domain.command.CommandEvent.CommandAcknowledged;
import daybook.ops.simulator.Behaviour;
import daybook.ops.simulator.Model;
import daybook.ops.simulator.SimulatedDevice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All that devices and server say to each other in a life, read back from the log and compared with
 * Apple's schema. What deviates stands in {@link #ON_PURPOSE}, with its reason.
 */
class SchemaWalkTest {
  private static final String BYOD = "devices send it in user enrollments alone";
  private static final String USERS = "devices send it on a user's channel alone";
  private static final String WHOLE = "the simulator's plist library writes a whole real so";
  private static final String CAPTURED = "a real device has sent it so";

  private static final Map<String, String> ON_PURPOSE =
      Map.ofEntries(
          Map.entry("Authenticate.Challenge: unknown", CAPTURED),
          Map.entry("CheckOut.EnrollmentID: required", BYOD),
          Map.entry("TokenUpdate.EnrollmentID: required", BYOD),
          Map.entry("TokenUpdate.EnrollmentUserID: required", BYOD),
          Map.entry("TokenUpdate.NotOnConsole: required", USERS),
          Map.entry("TokenUpdate.UserLongName: required", USERS),
          Map.entry(
              "DeviceInformation.QueryResponses.DeviceCapacity: [<integer>] for <real>", WHOLE),
          Map.entry("SecurityInfo.SecurityInfo.FirewallSettings.AllowSigned: unknown", CAPTURED),
          Map.entry("SecurityInfo.SecurityInfo.FirewallSettings.AllowSignedApp: unknown", CAPTURED),
          Map.entry("SecurityInfo.SecurityInfo.SecureBoot.WindowsBootLevel: unknown", CAPTURED));

  /** The keys that all reports share, which no command's schema names. */
  private static final Set<String> OF_ALL_REPORTS =
      Set.of(
          "CommandUUID",
          "ErrorChain",
          "RequestType",
          "Status",
          "UDID",
          "UserID",
          "UserLongName",
          "UserShortName",
          "NotOnConsole");

  private static final List<String> ASKED =
      List.of("ProfileList", "SecurityInfo", "CertificateList", "InstalledApplicationList");

  private final TreeSet<String> seen = new TreeSet<>();

  @Test
  void whatIsSaidIsWhatApplesSchemaAllows(@TempDir Path folder) throws Exception {
    AppleSchema schema = AppleSchema.find().orElse(null);
    assumeTrue(
        schema != null,
        "skipped: Apple's schema is not there; it belongs beside the project in"
            + " shared/apple-device-management, or DAYBOOK_SHARED names its folder");
    try (House house = House.at(folder)) {
      List<SimulatedDevice> devices = new ArrayList<>();
      for (Model model : Model.values()) {
        devices.add(live(house, model));
      }
      for (LogEntry entry : house.bean(Log.class).read(0, 100_000)) {
        for (SimulatedDevice device : devices) {
          if (entry.stream().value().contains(device.udid())) {
            compare(schema, entry, device, house.bean(Vault.class));
          }
        }
      }
    }
    assertThat(seen)
        .contains("Authenticate", "TokenUpdate", "CheckOut")
        .contains("command DeviceInformation", "report DeviceInformation", "report ProfileList");
    assertThat(schema.deviations()).isEqualTo(new TreeSet<>(ON_PURPOSE.keySet()));
  }

  private static SimulatedDevice live(House house, Model model) throws Exception {
    Api api = house.api();
    SimulatedDevice device = SimulatedDevice.of(model, 900 + model.ordinal()).insideSimulation();
    device.enroll(house.link());
    device.setBootstrapToken();
    long number =
        await().until(() -> api.deviceByUdid(device.udid()), found -> true).get("id").asLong();
    await().until(() -> api.story(device.udid()).contains("CommandQueued"));
    device.on("DeviceLock", Behaviour.error("MCMDMErrorDomain", 12021));
    for (String asked : ASKED) {
      api.queue(number, asked);
    }
    api.queue(number, "DeviceLock");
    device.connect();
    if (model == Model.MAC) {
      device.user("ana", "Ana").connect();
    }
    device.removeBootstrapToken();
    device.checkOut();
    return device;
  }

  private void compare(AppleSchema schema, LogEntry entry, SimulatedDevice device, Vault vault)
      throws Exception {
    String system = device.model() == Model.MAC ? "macOS" : "iOS";
    for (Map.Entry<String, Object> field : SealedFields.of((Record) entry.event()).entrySet()) {
      byte[] bytes =
          vault.open(sealed(field.getValue()), entry.type(), field.getKey()).orElseThrow();
      if (new String(
                  bytes, 0, Math.min(6, bytes.length), java.nio.charset.StandardCharsets.US_ASCII)
              .matches("<\\?xml.*|bplist.*")
          && PropertyListParser.parse(bytes) instanceof NSDictionary message) {
        compare(schema, message, entry.event(), system);
      }
    }
  }

  private void compare(AppleSchema schema, NSDictionary message, DomainEvent event, String system) {
    if (message.get("MessageType") != null) {
      String type = message.get("MessageType").toString();
      seen.add(type);
      schema.compareRequest(type, message, system);
    } else if (message.get("Command") instanceof NSDictionary command) {
      String type = command.get("RequestType").toString();
      seen.add("command " + type);
      NSDictionary keys = (NSDictionary) command.clone();
      keys.remove("RequestType");
      schema.compareRequest(type, keys, system);
    } else if (event instanceof CommandAcknowledged answered) {
      seen.add("report " + answered.requestType());
      NSDictionary keys = (NSDictionary) message.clone();
      OF_ALL_REPORTS.forEach(keys::remove);
      schema.compareResponse(answered.requestType(), keys, system);
    }
  }

  private static Sealed sealed(Object value) {
    return value instanceof Personal personal ? personal.sealed() : ((Secret) value).sealed();
  }
}
