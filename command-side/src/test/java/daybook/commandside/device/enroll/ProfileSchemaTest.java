// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.PlistValue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The payloads that we serve against Apple's own description of them, where that lies beside the
 * project (or at {@code DAYBOOK_SHARED}).
 */
class ProfileSchemaTest {
  private static final List<String> OF_ALL_PAYLOADS =
      List.of(
          "PayloadType",
          "PayloadVersion",
          "PayloadIdentifier",
          "PayloadUUID",
          "PayloadDisplayName");

  @ParameterizedTest
  @ValueSource(strings = {"com.apple.mdm", "com.apple.security.scep"})
  void holdsWhatApplesSchemaAsksForAndNothingElse(String type) throws Exception {
    Optional<Path> schema = schema(type);
    assumeTrue(
        schema.isPresent(),
        "skipped: Apple's schema is not there; it belongs beside the project in"
            + " shared/apple-device-management, or DAYBOOK_SHARED names its folder");
    PlistDict payload = EnrollServer.payload(new EnrollServer().profile("?signed=false"), type);
    check(payload, keys(schema.get()), type);
  }

  private static void check(PlistDict dict, List<Map<String, Object>> keys, String path) {
    List<String> known = keys.stream().map(key -> (String) key.get("key")).toList();
    assertThat(dict.values().keySet())
        .as(path)
        .allMatch(name -> known.contains(name) || OF_ALL_PAYLOADS.contains(name));
    for (Map<String, Object> key : keys) {
      String name = (String) key.get("key");
      Optional<PlistValue> value = dict.value(name);
      assertThat(value.isPresent() || !"required".equals(key.get("presence")))
          .as(path + "." + name + " is required")
          .isTrue();
      value.ifPresent(present -> checkValue(present, key, path + "." + name));
    }
  }

  @SuppressWarnings("unchecked") // the schema's own shape
  private static void checkValue(PlistValue value, Map<String, Object> key, String path) {
    assertThat(type(value)).as(path).isEqualTo(key.get("type"));
    Object plain = plain(value);
    if (key.get("rangelist") instanceof List<?> allowed) {
      assertThat(allowed.stream().map(Object::toString)).as(path).contains(plain.toString());
    }
    if (key.get("format") instanceof String format) {
      assertThat(plain.toString()).as(path).matches(format);
    }
    List<Map<String, Object>> inside = (List<Map<String, Object>>) key.get("subkeys");
    if (inside != null && value instanceof PlistDict dict) {
      check(dict, inside, path);
    } else if (inside != null && value instanceof PlistValue.Items items) {
      items.values().forEach(item -> checkValue(item, inside.get(0), path + "[]"));
    }
  }

  private static String type(PlistValue value) {
    if (value instanceof PlistDict) {
      return "<dictionary>";
    } else if (value instanceof PlistValue.Items) {
      return "<array>";
    } else if (value instanceof PlistValue.Whole) {
      return "<integer>";
    } else if (value instanceof PlistValue.Flag) {
      return "<boolean>";
    }
    return value instanceof PlistValue.Text ? "<string>" : "<data>";
  }

  private static Object plain(PlistValue value) {
    if (value instanceof PlistValue.Text text) {
      return text.value();
    }
    return value instanceof PlistValue.Whole whole ? whole.value() : value;
  }

  @SuppressWarnings("unchecked") // the schema's own shape
  private static List<Map<String, Object>> keys(Path schema) throws IOException {
    try (Reader reader = Files.newBufferedReader(schema)) {
      Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
      return (List<Map<String, Object>>) all.get("payloadkeys");
    }
  }

  private static Optional<Path> schema(String type) {
    String file = "apple-device-management/mdm/profiles/" + type + ".yaml";
    String told = System.getenv("DAYBOOK_SHARED");
    return (told != null
            ? Stream.of(Path.of(told))
            : Stream.of(Path.of("../shared"), Path.of("../../shared")))
        .map(folder -> folder.resolve(file))
        .filter(Files::exists)
        .findFirst();
  }
}
