// SPDX-License-Identifier: Apache-2.0
package daybook.ops.simulator;

import com.dd.plist.NSDictionary;
import daybook.ops.simulator.plist.Plists;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * What a device is, before anybody manages it.
 *
 * @param udid upper-case UUID for a Mac; {@code 00008030-…} or 40 hex digits for the others
 * @param name as its owner has chosen it, with all that people put into names
 * @param imei 15 digits, or null for what has no phone in it
 */
record Hardware(
    Model model,
    String udid,
    String serialNumber,
    String productName,
    String modelName,
    String osVersion,
    String buildVersion,
    String name,
    String imei) {
  private static final String LETTERS = "CDFGHJKLMNPQRTVWXY0123456789";
  private static final List<String> OWNERS =
      List.of("Zoë", "Renée", "Søren", "Иван", "美咲", "Åsa", "José", "Noor");
  private static final List<String> PICTURES = List.of("🦊", "🚀", "👩‍💻", "🌍", "🎈");

  private record Build(String product, String model, String os, String build) {}

  private static final List<Build> MACS =
      List.of(
          new Build("Mac15,6", "MacBook Pro", "15.1", "24B83"),
          new Build("Mac14,2", "MacBook Air", "14.7.1", "23H222"),
          new Build("iMac21,1", "iMac", "13.7.1", "22H221"));
  private static final List<Build> PHONES =
      List.of(
          new Build("iPhone15,2", "iPhone", "18.1", "22B83"),
          new Build("iPhone10,6", "iPhone", "16.7.10", "20H350"));
  private static final List<Build> PADS =
      List.of(
          new Build("iPad13,18", "iPad", "18.1", "22B83"),
          new Build("iPad7,5", "iPad", "17.7.2", "21H221"));

  /** The same device for the same seed. */
  static Hardware of(Model model, long seed) {
    Random random = Seeds.random(seed, model.salt());
    Build build = pick(random, builds(model));
    String name = pick(random, OWNERS) + "’s " + build.model() + " " + pick(random, PICTURES);
    return new Hardware(
        model,
        udid(model, random),
        serial(random),
        build.product(),
        build.model(),
        build.os(),
        build.build(),
        name,
        model == Model.IPHONE ? "35" + digits(random, 13) : null);
  }

  /** The same, but for its serial number. */
  Hardware withSerialNumber(String other) {
    return new Hardware(
        model, udid, other, productName, modelName, osVersion, buildVersion, name, imei);
  }

  NSDictionary toPlist() {
    NSDictionary plist = new NSDictionary();
    plist.put("Model", model.name());
    plist.put("UDID", udid);
    plist.put("SerialNumber", serialNumber);
    plist.put("ProductName", productName);
    plist.put("ModelName", modelName);
    plist.put("OSVersion", osVersion);
    plist.put("BuildVersion", buildVersion);
    plist.put("DeviceName", name);
    if (imei != null) {
      plist.put("IMEI", imei);
    }
    return plist;
  }

  static Hardware of(NSDictionary plist) {
    return new Hardware(
        Model.valueOf(Plists.text(plist, "Model")),
        Plists.text(plist, "UDID"),
        Plists.text(plist, "SerialNumber"),
        Plists.text(plist, "ProductName"),
        Plists.text(plist, "ModelName"),
        Plists.text(plist, "OSVersion"),
        Plists.text(plist, "BuildVersion"),
        Plists.text(plist, "DeviceName"),
        Plists.text(plist, "IMEI"));
  }

  private static List<Build> builds(Model model) {
    return switch (model) {
      case MAC -> MACS;
      case IPHONE -> PHONES;
      case IPAD -> PADS;
    };
  }

  private static String udid(Model model, Random random) {
    byte[] bytes = new byte[20];
    random.nextBytes(bytes);
    if (model.isMac()) {
      return UUID.nameUUIDFromBytes(bytes).toString().toUpperCase(Locale.ROOT);
    }
    String hex = HexFormat.of().formatHex(bytes);
    return random.nextBoolean() ? hex : "00008030-" + hex.substring(0, 16).toUpperCase(Locale.ROOT);
  }

  private static String serial(Random random) {
    StringBuilder serial = new StringBuilder("Z");
    for (int i = 0; i < 9; i++) {
      serial.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return serial.toString();
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
