// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import daybook.commandside.command.catalog.CommandTypes;
import daybook.commandside.command.type.Channels;
import daybook.commandside.command.type.CommandKey;
import daybook.commandside.command.type.CommandType;
import daybook.commandside.command.type.Item;
import daybook.commandside.command.type.On;
import daybook.commandside.plist.PlistValue.Data;
import daybook.domain.enrollment.Platform;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Walks Apple's schema: each command has its record, each key its type, each platform its rule. */
@SuppressWarnings("unchecked") // the schema's own shape
class CommandSchemaTest {
  /** What came after the schema's release. */
  private static final Set<String> NEWER =
      Set.of("TriggerEnhancedLogCollection", "CancelEnhancedLogCollection");

  private static final Set<String> REMOVED_IN_27 =
      Set.of("AvailableOSUpdates", "ScheduleOSUpdate", "ScheduleOSUpdateScan", "OSUpdateStatus");

  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "<string>", String.class,
          "<integer>", Long.class,
          "<boolean>", Boolean.class,
          "<data>", Data.class,
          "<any>", Object.class);

  @Test
  void eachCommandHasItsRecord() {
    Set<String> known =
        CommandTypes.all().stream().map(CommandType::requestType).collect(Collectors.toSet());
    assertThat(known).containsAll(NEWER);
    assertThat(known.stream().filter(type -> !NEWER.contains(type)))
        .containsExactlyInAnyOrderElementsOf(schema().keySet());
  }

  @Test
  void eachKeyHasItsType() {
    schema()
        .forEach(
            (type, command) ->
                compare(type, keys(command, "payloadkeys"), CommandTypes.find(type).get().keys()));
  }

  private static void compare(
      String path, List<Map<String, Object>> expected, List<CommandKey> found) {
    assertThat(found.stream().map(CommandKey::name))
        .as(path)
        .containsExactlyElementsOf(expected.stream().map(key -> (String) key.get("key")).toList());
    for (int i = 0; i < found.size(); i++) {
      compare(path + "." + found.get(i).name(), expected.get(i), found.get(i));
    }
  }

  private static void compare(String path, Map<String, Object> expected, CommandKey key) {
    boolean array = expected.get("type").equals("<array>");
    assertThat(key.many()).as(path).isEqualTo(array);
    assertThat(key.required()).as(path).isEqualTo("required".equals(expected.get("presence")));
    List<?> range = (List<?>) expected.getOrDefault("rangelist", List.of());
    assertThat(key.of()).as(path).isEqualTo(range.stream().map(String::valueOf).toList());
    List<Map<String, Object>> inner = keys(expected, "subkeys");
    if (array && inner.size() > 1) {
      alternatives(path, inner, key.type());
    } else if (array) {
      values(path, inner.get(0), key.type());
    } else {
      values(path, expected, key.type());
    }
  }

  private static void values(String path, Map<String, Object> expected, Class<?> type) {
    List<Map<String, Object>> inner = keys(expected, "subkeys");
    if (!expected.get("type").equals("<dictionary>")) {
      assertThat(type).as(path).isEqualTo(TYPES.get(expected.get("type")));
    } else if (inner.get(0).get("key").equals("ANY")) {
      assertThat(type).as(path).isEqualTo(Map.class);
    } else {
      compare(path, inner, CommandKey.of(type));
    }
  }

  private static void alternatives(
      String path, List<Map<String, Object>> expected, Class<?> sealed) {
    Map<String, Class<?>> items = new TreeMap<>();
    for (Class<?> item : sealed.getPermittedSubclasses()) {
      items.put(item.getAnnotation(Item.class).value(), item);
    }
    Map<String, List<Map<String, Object>>> wanted = new TreeMap<>();
    for (Map<String, Object> alternative : expected) {
      List<Map<String, Object>> all = new ArrayList<>(keys(alternative, "subkeys"));
      Map<String, Object> item = all.remove(0);
      wanted.put((String) ((List<?>) item.get("rangelist")).get(0), all);
    }
    assertThat(items.keySet()).as(path).isEqualTo(wanted.keySet());
    items.forEach(
        (item, type) -> compare(path + "." + item, wanted.get(item), CommandKey.of(type)));
  }

  @Test
  void eachPlatformHasItsRule() {
    schema()
        .forEach(
            (type, command) -> {
              Map<String, Map<String, Object>> systems =
                  (Map<String, Map<String, Object>>)
                      ((Map<String, Object>) command.get("payload")).get("supportedOS");
              List<On> rules = CommandTypes.find(type).get().platforms();
              Map<String, Map<String, Object>> supported = new LinkedHashMap<>(systems);
              supported.values().removeIf(it -> it.get("introduced").equals("n/a"));
              assertThat(rules.stream().map(rule -> rule.value().word()))
                  .as(type)
                  .containsExactlyInAnyOrderElementsOf(supported.keySet());
              rules.forEach(rule -> rule(type, supported.get(rule.value().word()), rule));
            });
  }

  private static void rule(String type, Map<String, Object> expected, On rule) {
    String path = type + " on " + rule.value().word();
    assertThat(rule.since()).as(path).isEqualTo(expected.get("introduced"));
    assertThat(rule.until()).as(path).isEqualTo(REMOVED_IN_27.contains(type) ? "27.0" : "");
    assertThat(rule.supervised()).as(path).isEqualTo(is(expected, "supervised", false));
    assertThat(rule.automated()).as(path).isEqualTo(is(expected, "requiresdep", false));
    if (rule.value() == Platform.MACOS) {
      assertThat(rule.channels()).as(path).isEqualTo(channels(expected));
    }
    Map<String, Object> shared = (Map<String, Object>) expected.get("sharedipad");
    boolean mayBeShared = shared != null && !"forbidden".equals(shared.get("mode"));
    assertThat(rule.sharedIpad())
        .as(path)
        .isEqualTo(mayBeShared ? channels(shared) : Channels.NONE);
    Map<String, Object> user =
        (Map<String, Object>) expected.getOrDefault("userenrollment", Map.of());
    assertThat(rule.userEnrollment()).as(path).isEqualTo(!"forbidden".equals(user.get("mode")));
  }

  private static Channels channels(Map<String, Object> from) {
    boolean device = is(from, "devicechannel", true);
    return is(from, "userchannel", false)
        ? device ? Channels.BOTH : Channels.USER
        : device ? Channels.DEVICE : Channels.NONE;
  }

  private static boolean is(Map<String, Object> from, String key, boolean absent) {
    return (boolean) from.getOrDefault(key, absent);
  }

  private static List<Map<String, Object>> keys(Map<String, Object> from, String name) {
    List<Map<String, Object>> keys = (List<Map<String, Object>>) from.get(name);
    return keys == null ? List.of() : keys;
  }

  /** From request types to their descriptions. */
  private static Map<String, Map<String, Object>> schema() {
    String told = System.getenv("DAYBOOK_SHARED");
    Path folder =
        Path.of(told != null ? told : "../../shared")
            .resolve("apple-device-management/mdm/commands");
    assumeThat(folder).as("Apple's schema isn't here, so this is skipped").exists();
    Map<String, Map<String, Object>> commands = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
        try (Reader reader = Files.newBufferedReader(file)) {
          Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
          commands.put((String) ((Map<String, Object>) all.get("payload")).get("requesttype"), all);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return commands;
  }
}
