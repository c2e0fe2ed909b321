// SPDX-License-Identifier: Apache-2.0
package daybook.ops.journey;

import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDate;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Apple's own schema of check-ins and commands, where it lies beside the project ({@code
 * ../shared/apple-device-management}, or in the folder that {@code DAYBOOK_SHARED} names), and what
 * in a message deviates from it.
 */
@SuppressWarnings("unchecked") // the schema's own shape
final class AppleSchema {
  private final Map<String, Map<String, Object>> documents = new HashMap<>();
  private final TreeSet<String> deviations = new TreeSet<>();

  private AppleSchema(Path folder) {
    for (String part : List.of("checkin", "commands")) {
      try (Stream<Path> files = Files.list(folder.resolve("mdm").resolve(part))) {
        files.filter(file -> file.toString().endsWith(".yaml")).forEach(this::load);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Optional<AppleSchema> find() {
    String told = System.getenv("DAYBOOK_SHARED");
    return (told != null
            ? Stream.of(Path.of(told))
            : Stream.of(Path.of("../shared"), Path.of("../../shared")))
        .map(folder -> folder.resolve("apple-device-management"))
        .filter(Files::exists)
        .findFirst()
        .map(AppleSchema::new);
  }

  private void load(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
      documents.put((String) ((Map<String, Object>) all.get("payload")).get("requesttype"), all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that was found, as {@code type.path: what}. */
  TreeSet<String> deviations() {
    return deviations;
  }

  /**
   * Compares what is sent: a check-in, or the inside of a command.
   *
   * @param type its MessageType or RequestType
   * @param system {@code macOS} or {@code iOS}
   */
  void compareRequest(String type, NSDictionary sent, String system) {
    compare(type, sent, "payloadkeys", system);
  }

  /** Compares what a device answers to a command, without the keys that all answers share. */
  void compareResponse(String type, NSDictionary answer, String system) {
    compare(type, answer, "responsekeys", system);
  }

  private void compare(String type, NSDictionary dict, String part, String system) {
    Map<String, Object> document = documents.get(type);
    if (document == null) {
      deviations.add(type + ": unknown");
      return;
    }
    List<Map<String, Object>> keys = (List<Map<String, Object>>) document.get(part);
    dict(dict, keys == null ? List.of() : keys, type, system);
  }

  private void dict(NSDictionary dict, List<Map<String, Object>> keys, String path, String system) {
    boolean any = keys.stream().anyMatch(key -> "ANY".equals(key.get("key")));
    for (String name : dict.allKeys()) {
      if (!any && keys.stream().noneMatch(key -> name.equals(key.get("key")))) {
        deviations.add(path + "." + name + ": unknown");
      }
    }
    for (Map<String, Object> key : keys) {
      String name = (String) key.get("key");
      NSObject value = dict.get(name);
      if (value != null) {
        value(value, key, path + "." + name, system);
      } else if ("required".equals(key.get("presence")) && exists(key, system)) {
        deviations.add(path + "." + name + ": required");
      }
    }
  }

  private void value(NSObject value, Map<String, Object> key, String path, String system) {
    String type = (String) key.get("type");
    if (!exists(key, system)) {
      deviations.add(path + ": not on " + system);
    }
    if (!"<any>".equals(type) && !types(value).contains(type)) {
      deviations.add(path + ": " + types(value) + " for " + type);
      return;
    }
    if (key.get("rangelist") instanceof List<?> allowed
        && allowed.stream().noneMatch(one -> one.toString().equals(value.toString()))) {
      deviations.add(path + ": " + value + " is not in the list");
    }
    if (key.get("format") instanceof String format
        && !Pattern.compile(format).matcher(value.toString()).matches()) {
      deviations.add(path + ": not of the form");
    }
    inside(value, (List<Map<String, Object>>) key.get("subkeys"), path, system);
  }

  private void inside(NSObject value, List<Map<String, Object>> keys, String path, String system) {
    if (keys == null) {
      return;
    }
    if (value instanceof NSDictionary dict) {
      dict(dict, keys, path, system);
    } else if (value instanceof NSArray array) {
      for (NSObject item : array.getArray()) {
        value(item, keys.get(0), path + "[]", system);
      }
    }
  }

  private static boolean exists(Map<String, Object> key, String system) {
    Map<String, Object> supported = (Map<String, Object>) key.get("supportedOS");
    return supported == null
        || !(supported.get(system) instanceof Map<?, ?> here)
        || !"n/a".equals(here.get("introduced"));
  }

  private static List<String> types(NSObject value) {
    if (value instanceof NSNumber number) {
      return number.isBoolean()
          ? List.of("<boolean>")
          : number.isInteger() ? List.of("<integer>") : List.of("<real>");
    }
    if (value instanceof NSDictionary) {
      return List.of("<dictionary>");
    }
    if (value instanceof NSArray) {
      return List.of("<array>");
    }
    if (value instanceof NSData) {
      return List.of("<data>");
    }
    return value instanceof NSDate
        ? List.of("<date>")
        : List.of(value instanceof NSString ? "<string>" : value.getClass().getSimpleName());
  }
}
