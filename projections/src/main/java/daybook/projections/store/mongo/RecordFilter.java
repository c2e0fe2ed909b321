// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import daybook.projections.store.Column;
import daybook.projections.store.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/** Queries as filters and sorts. As in SQL, null meets no condition. */
final class RecordFilter {
  private static final Bson NOTHING = Filters.in(Change.KEY, List.of());

  private final Set<String> columns;

  RecordFilter(List<Column> columns) {
    this.columns = columns.stream().map(Column::name).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether nothing can match, whatever is there. */
  static boolean isEmpty(Query query) {
    return query.limit() <= 0 || query.offset() > Integer.MAX_VALUE;
  }

  /**
   * @param page whether only what comes after the query's place is wanted
   */
  Bson filter(Query query, boolean page) {
    List<Bson> all = new ArrayList<>();
    all.add(Filters.exists(Change.DOCUMENT));
    query.where().forEach(condition -> all.add(condition(condition)));
    if (page && !query.after().isEmpty()) {
      all.add(after(query));
    }
    return Filters.and(all);
  }

  Bson sort(Query query) {
    List<String> order =
        query.order().isEmpty()
            ? List.of(Change.KEY)
            : query.order().stream().map(this::field).toList();
    return query.descending() ? Sorts.descending(order) : Sorts.ascending(order);
  }

  private Bson condition(Query.Condition condition) {
    String field = field(condition.column());
    Object value = condition.value();
    if (value == null) {
      return NOTHING;
    }
    return switch (condition.comparison()) {
      case EQUAL -> Filters.eq(field, value);
      case AT_MOST -> Filters.lte(field, value);
      case MORE_THAN -> Filters.gt(field, value);
      case CONTAINS -> contains(field, value.toString());
      case CONTAINS_ANY -> Filters.or(each(field, (List<?>) value));
      case CONTAINS_NONE -> Filters.nor(each(field, (List<?>) value));
    };
  }

  private static List<Bson> each(String field, List<?> texts) {
    return texts.stream().map(text -> contains(field, text.toString())).toList();
  }

  /** A regular expression can't hold a zero, and nothing that was sent holds one. */
  private static Bson contains(String field, String text) {
    if (text.indexOf('\0') >= 0) {
      return NOTHING;
    }
    StringBuilder literal = new StringBuilder();
    for (char c : text.toCharArray()) {
      boolean plain = c >= 0x80 || Character.isLetterOrDigit(c) || Character.isWhitespace(c);
      literal.append(plain ? "" : "\\").append(c);
    }
    return Filters.regex(field, literal.toString());
  }

  /** Beyond the first column's value, or equal there and beyond the second's, and so on. */
  private Bson after(Query query) {
    List<Bson> ways = new ArrayList<>();
    List<Bson> equal = new ArrayList<>();
    for (int i = 0; i < query.after().size(); i++) {
      String field = field(query.order().get(i));
      Object value = query.after().get(i);
      if (value == null) {
        break;
      }
      Bson beyond = query.descending() ? Filters.lt(field, value) : Filters.gt(field, value);
      ways.add(Filters.and(Stream.concat(equal.stream(), Stream.of(beyond)).toList()));
      equal.add(Filters.eq(field, value));
    }
    return ways.isEmpty() ? NOTHING : Filters.or(ways);
  }

  private String field(String column) {
    if (column.equals("key")) {
      return Change.KEY;
    }
    if (columns.contains(column)) {
      return column;
    }
    throw new IllegalArgumentException("no such column: " + column);
  }
}
