// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a benchmark has found: figures with units, and targets that were met or not. */
final class Report {
  private record Figure(String what, double value, String unit) {}

  private record Target(String what, double value, String sense, double limit) {
    boolean met() {
      return sense.equals("at least") ? value >= limit : value <= limit;
    }
  }

  private final String name;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();

  Report(String name) {
    this.name = name;
  }

  Report figure(String what, double value, String unit) {
    figures.add(new Figure(what, value, unit));
    return this;
  }

  Report atLeast(String what, double value, double limit) {
    targets.add(new Target(what, value, "at least", limit));
    return this;
  }

  Report atMost(String what, double value, double limit) {
    targets.add(new Target(what, value, "at most", limit));
    return this;
  }

  boolean met() {
    return targets.stream().allMatch(Target::met);
  }

  String table() {
    StringBuilder table = new StringBuilder();
    for (Figure figure : figures) {
      table.append(
          String.format(
              Locale.ROOT, "%-64s %12s %s%n", figure.what, number(figure.value), figure.unit));
    }
    for (Target target : targets) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-64s %12s (%s %s) %s%n",
              target.what,
              number(target.value),
              target.sense,
              number(target.limit),
              target.met() ? "met" : "NOT MET"));
    }
    return table.toString();
  }

  /**
   * Writes JSON into {@code DAYBOOK_BENCH_OUT}, else below the build's output; returns the file.
   */
  Path write() throws IOException {
    String set = System.getenv("DAYBOOK_BENCH_OUT");
    Path directory = set == null ? Path.of("ops", "target", "bench") : Path.of(set);
    Files.createDirectories(directory);
    Path file = directory.resolve(name + ".json");
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json());
    return file.toAbsolutePath();
  }

  private ObjectNode json() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("benchmark", name);
    root.put("processors", Runtime.getRuntime().availableProcessors());
    root.put("java", Runtime.version().toString());
    ArrayNode rows = root.putArray("figures");
    for (Figure figure : figures) {
      rows.addObject().put("what", figure.what).put("value", figure.value).put("unit", figure.unit);
    }
    ArrayNode judged = root.putArray("targets");
    for (Target target : targets) {
      judged
          .addObject()
          .put("what", target.what)
          .put("value", target.value)
          .put("sense", target.sense)
          .put("limit", target.limit)
          .put("met", target.met());
    }
    root.put("met", met());
    return root;
  }

  private static String number(double value) {
    String format = Math.abs(value) >= 100 ? "%,.0f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }
}
