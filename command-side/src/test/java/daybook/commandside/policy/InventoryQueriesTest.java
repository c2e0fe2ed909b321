// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import daybook.domain.enrollment.Platform;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

class InventoryQueriesTest {
  @ParameterizedTest
  @EnumSource(Platform.class)
  void eachQuestionIsOneThatApplesSchemaKnowsOnThePlatform(Platform platform) throws IOException {
    Map<String, Map<String, Map<String, Object>>> schema = schema();

    for (String query : InventoryQueries.of(platform.word())) {
      assertThat(schema).as("Apple's names").containsKey(query);
      Map<String, Object> support =
          schema.get(query).get(platform == Platform.IPADOS ? "iOS" : platform.word());
      assertThat(support).as(query + " on " + platform).isNotNull();
      assertThat(support.get("introduced")).as(query + " on " + platform).isNotEqualTo("n/a");
    }
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void nothingIsAskedTwiceOrChangesByItself(Platform platform) {
    assertThat(InventoryQueries.of(platform.word()))
        .doesNotHaveDuplicates()
        .contains("UDID", "SerialNumber", "DeviceName", "OSVersion", "ProductName")
        .doesNotContain(
            "BatteryLevel",
            "AvailableDeviceCapacity",
            "LastCloudBackupDate",
            "IsRoaming",
            "CurrentMCC",
            "ServiceSubscriptions",
            "ActiveManagedUsers",
            "PushToken");
  }

  @Test
  void aPlatformThatIsNotKnownIsAskedWhatAllKnow() {
    assertThat(InventoryQueries.of(null))
        .isEqualTo(InventoryQueries.of("fridgeOS"))
        .hasSizeLessThan(InventoryQueries.of("tvOS").size());
  }

  /** From each name that may be asked for to its support by platform. */
  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Map<String, Object>>> schema() throws IOException {
    Path file = schemaFile();
    assumeThat(file).as("Apple's schema beside the repository; set DAYBOOK_SHARED").exists();
    try (Reader reader = Files.newBufferedReader(file)) {
      Map<String, Object> whole = new Yaml().load(reader);
      List<Map<String, Object>> keys = (List<Map<String, Object>>) whole.get("payloadkeys");
      Map<String, Object> item = ((List<Map<String, Object>>) keys.get(0).get("subkeys")).get(0);
      Map<String, Map<String, Map<String, Object>>> found = new HashMap<>();
      for (Map<String, Object> each : (List<Map<String, Object>>) item.get("subkeys")) {
        found.put(
            (String) each.get("key"),
            (Map<String, Map<String, Object>>) each.getOrDefault("supportedOS", Map.of()));
      }
      return found;
    }
  }

  private static Path schemaFile() {
    String shared = System.getenv("DAYBOOK_SHARED");
    Path base = shared == null ? Path.of("../../shared") : Path.of(shared);
    return base.resolve("apple-device-management/mdm/commands/information.device.yaml");
  }
}
