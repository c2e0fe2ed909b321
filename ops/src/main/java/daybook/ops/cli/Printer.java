// SPDX-License-Identifier: Apache-2.0
package daybook.ops.cli;

import daybook.ops.http.ApiJson;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Prints results: as JSON where that is asked for, else as words and tables for people. */
final class Printer {
  private final PrintWriter out;
  private final boolean json;

  Printer(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  boolean isJson() {
    return json;
  }

  /** An object as {@code name value} lines. */
  void facts(JsonNode object) {
    if (json) {
      json(object);
      return;
    }
    object.propertyStream().forEach(f -> fact(f.getKey(), f.getValue()));
    out.flush();
  }

  private void fact(String name, JsonNode value) {
    out.printf("%-14s %s%n", name.replace('_', ' '), text(value));
  }

  /** A list of objects as a table with some of their fields. */
  void table(JsonNode list, String... fields) {
    if (json) {
      json(list);
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(IntStream.range(0, fields.length).mapToObj(i -> fields[i].replace('_', ' ')).toList());
    for (JsonNode row : list) {
      rows.add(List.of(fields).stream().map(field -> text(row.path(field))).toList());
    }
    print(rows, fields.length);
  }

  void line(String text) {
    out.println(text);
    out.flush();
  }

  private void print(List<List<String>> rows, int columns) {
    int[] widths =
        IntStream.range(0, columns)
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      out.println(line.toString().stripTrailing());
    }
    out.flush();
  }

  private void json(JsonNode value) {
    out.println(ApiJson.MAPPER.writeValueAsString(value));
    out.flush();
  }

  private static String text(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "-";
    }
    if (value.isArray()) {
      return value.isEmpty()
          ? "-"
          : String.join(", ", value.valueStream().map(Printer::text).toList());
    }
    return value.isValueNode() ? value.asString() : value.toString();
  }
}
