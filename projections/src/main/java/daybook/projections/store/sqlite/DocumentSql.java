// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.sqlite;

import daybook.projections.store.Batch;
import daybook.projections.store.Column;
import daybook.projections.store.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The statements for documents with certain columns. */
final class DocumentSql {
  private final List<Column> columns;
  private final String upsert;

  DocumentSql(List<Column> columns) {
    this.columns = List.copyOf(columns);
    this.upsert = buildUpsert();
  }

  List<String> tables() {
    String declared =
        columns.stream()
            .map(c -> ", " + c.name() + (c.kind() == Column.Kind.TEXT ? " TEXT" : " INTEGER"))
            .collect(Collectors.joining());
    return List.of(
        "CREATE TABLE IF NOT EXISTS documents"
            + " (key TEXT NOT NULL PRIMARY KEY, document TEXT NOT NULL"
            + declared
            + ")",
        "CREATE TABLE IF NOT EXISTS parked"
            + " (key TEXT NOT NULL PRIMARY KEY, event INTEGER NOT NULL, error TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS progress (position INTEGER NOT NULL, complete INTEGER NOT NULL)",
        "INSERT INTO progress SELECT 0, 0 WHERE NOT EXISTS (SELECT 1 FROM progress)");
  }

  List<String> createIndexes() {
    return indexed()
        .map(c -> "CREATE INDEX IF NOT EXISTS by_" + c.name() + " ON documents (" + c.name() + ")")
        .toList();
  }

  List<String> dropIndexes() {
    return indexed().map(c -> "DROP INDEX IF EXISTS by_" + c.name()).toList();
  }

  private java.util.stream.Stream<Column> indexed() {
    return columns.stream().filter(Column::indexed);
  }

  String upsert() {
    return upsert;
  }

  Object[] values(Batch.Document document) {
    Object[] values = new Object[columns.size() + 2];
    values[0] = document.key();
    values[1] = document.json();
    for (int i = 0; i < columns.size(); i++) {
      values[i + 2] = document.columns().get(columns.get(i).name());
    }
    return values;
  }

  private String buildUpsert() {
    String names = columns.stream().map(c -> ", " + c.name()).collect(Collectors.joining());
    String marks = ", ?".repeat(columns.size());
    String changes =
        columns.stream()
            .map(c -> ", " + c.name() + " = excluded." + c.name())
            .collect(Collectors.joining());
    return "INSERT INTO documents (key, document"
        + names
        + ") VALUES (?, CAST(? AS TEXT)"
        + marks
        + ") ON CONFLICT (key) DO UPDATE SET document = excluded.document"
        + changes;
  }

  String find(Query query, List<Object> values) {
    StringBuilder text = new StringBuilder("SELECT document FROM documents");
    where(query, true, text, values);
    text.append(" ORDER BY ");
    List<String> order = query.order().isEmpty() ? List.of("key") : query.order();
    text.append(
        order.stream()
            .map(column -> known(column) + (query.descending() ? " DESC" : ""))
            .collect(Collectors.joining(", ")));
    text.append(" LIMIT ? OFFSET ?");
    values.add(query.limit());
    values.add(query.offset());
    return text.toString();
  }

  String count(Query query, List<Object> values) {
    StringBuilder text = new StringBuilder("SELECT count(*) FROM documents");
    where(query, false, text, values);
    return text.toString();
  }

  private void where(Query query, boolean page, StringBuilder text, List<Object> values) {
    List<String> conditions = new ArrayList<>();
    for (Query.Condition condition : query.where()) {
      conditions.add(condition(condition));
      if (condition.value() instanceof List<?> several) {
        values.addAll(several);
      } else {
        values.add(condition.value());
      }
    }
    if (page && !query.after().isEmpty()) {
      String order = query.order().stream().map(this::known).collect(Collectors.joining(", "));
      String marks = query.order().stream().map(c -> "?").collect(Collectors.joining(", "));
      conditions.add("(" + order + ")" + (query.descending() ? " < " : " > ") + "(" + marks + ")");
      values.addAll(query.after());
    }
    if (!conditions.isEmpty()) {
      text.append(" WHERE ").append(String.join(" AND ", conditions));
    }
  }

  private String condition(Query.Condition condition) {
    String column = known(condition.column());
    return switch (condition.comparison()) {
      case EQUAL -> column + " = ?";
      case AT_MOST -> column + " <= ?";
      case MORE_THAN -> column + " > ?";
      case CONTAINS -> "instr(" + column + ", ?) > 0";
      case CONTAINS_ANY -> each("ifnull(instr(" + column + ", ?), 0) > 0", " OR ", condition);
      case CONTAINS_NONE -> each("ifnull(instr(" + column + ", ?), 0) = 0", " AND ", condition);
    };
  }

  private static String each(String one, String joined, Query.Condition condition) {
    return "("
        + String.join(joined, Collections.nCopies(((List<?>) condition.value()).size(), one))
        + ")";
  }

  private String known(String column) {
    if (column.equals("key") || columns.stream().anyMatch(c -> c.name().equals(column))) {
      return column;
    }
    throw new IllegalArgumentException("no such column: " + column);
  }
}
