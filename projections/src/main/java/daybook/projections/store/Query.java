// SPDX-License-Identifier: Apache-2.0
package daybook.projections.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What to find: documents that meet all conditions, ordered by columns, from a place on.
 *
 * @param order columns, the first one first; empty: by key
 * @param descending for all of {@code order}
 * @param after values of {@code order} that the results must lie beyond; empty: from the start
 */
public record Query(
    List<Condition> where,
    List<String> order,
    boolean descending,
    List<Object> after,
    int limit,
    long offset) {
  /** How a column is compared. */
  public enum Comparison {
    EQUAL,
    AT_MOST,
    MORE_THAN,
    CONTAINS,
    /** The value is a list of texts, at least one of which is a part of the column. */
    CONTAINS_ANY,
    /** None of them is; so it is of an empty column. */
    CONTAINS_NONE
  }

  /** One condition on one column. */
  public record Condition(String column, Comparison comparison, Object value) {}

  public static Query all() {
    return new Query(List.of(), List.of(), false, List.of(), Integer.MAX_VALUE, 0);
  }

  public static Query equal(String column, Object value) {
    return all().and(column, Comparison.EQUAL, value);
  }

  public static Query atMost(String column, Object value) {
    return all().and(column, Comparison.AT_MOST, value);
  }

  public Query and(String column, Comparison comparison, Object value) {
    List<Condition> more = new ArrayList<>(where);
    more.add(new Condition(column, comparison, value));
    return new Query(List.copyOf(more), order, descending, after, limit, offset);
  }

  public Query orderBy(boolean descends, String... columns) {
    return new Query(where, List.of(columns), descends, after, limit, offset);
  }

  public Query after(List<Object> values) {
    return new Query(where, order, descending, List.copyOf(values), limit, offset);
  }

  public Query page(int most, long skip) {
    return new Query(where, order, descending, after, most, skip);
  }
}
