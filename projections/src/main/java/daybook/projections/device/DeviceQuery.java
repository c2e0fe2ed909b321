// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.enrollment.EnrollmentSummary;
import daybook.projections.store.Query;
import daybook.projections.store.Query.Comparison;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Which devices, in which order. Each condition restricts the former ones further; null doesn't.
 */
public final class DeviceQuery {
  private final Query where;
  private final Order order;
  private final boolean descending;

  private DeviceQuery(Query where, Order order, boolean descending) {
    this.where = where;
    this.order = order;
    this.descending = descending;
  }

  /** What devices can be ordered by; the number decides between equals. */
  public enum Order {
    CREATED_AT,
    LAST_SEEN_AT,
    UPDATED_AT;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All devices, the newest first. */
  public static DeviceQuery all() {
    return new DeviceQuery(Query.all(), Order.CREATED_AT, true);
  }

  public DeviceQuery serialNumber(String wanted) {
    return and("serial_number", Comparison.EQUAL, wanted);
  }

  /** As sent, by the index of UDIDs in upper case. */
  public DeviceQuery udid(String wanted) {
    String upper = wanted == null ? null : DeviceIndexes.upper(wanted);
    return and("udid_upper", Comparison.EQUAL, upper).and("udid", Comparison.EQUAL, wanted);
  }

  /** A part of name, serial number, UDID or model, in either case. */
  public DeviceQuery search(String part) {
    return part == null || part.isBlank()
        ? this
        : and("search", Comparison.CONTAINS, part.strip().toLowerCase(Locale.ROOT));
  }

  /** {@code macOS}, {@code iOS}, … */
  public DeviceQuery platform(String wanted) {
    return and("platform", Comparison.EQUAL, wanted);
  }

  public DeviceQuery state(EnrollmentSummary.State wanted) {
    return and("state", Comparison.EQUAL, wanted == null ? null : wanted.name());
  }

  /** Of one of its users, exactly. */
  public DeviceQuery shortName(String wanted) {
    return and(
        "short_names", Comparison.CONTAINS, wanted == null ? null : DeviceIndexes.line(wanted));
  }

  /** Those with at least one of these tags; empty: doesn't restrict. */
  public DeviceQuery tags(Collection<Long> wanted) {
    return wanted.isEmpty() ? this : and("tags", Comparison.CONTAINS_ANY, lines(wanted));
  }

  /** Those with none of these tags. */
  public DeviceQuery excludedTags(Collection<Long> unwanted) {
    return unwanted.isEmpty() ? this : and("tags", Comparison.CONTAINS_NONE, lines(unwanted));
  }

  /** True: only those that were taken out of the lists; false: only the others. */
  public DeviceQuery archived(Boolean wanted) {
    return and(
        "archived", Comparison.EQUAL, wanted == null ? null : DeviceIndexes.archived(wanted));
  }

  public DeviceQuery orderBy(Order by, boolean descends) {
    return new DeviceQuery(where, by, descends);
  }

  Query query() {
    return where.orderBy(descending, order.column(), "number");
  }

  Order order() {
    return order;
  }

  private DeviceQuery and(String column, Comparison comparison, Object value) {
    return value == null
        ? this
        : new DeviceQuery(where.and(column, comparison, value), order, descending);
  }

  private static List<String> lines(Collection<Long> numbers) {
    return numbers.stream().map(DeviceIndexes::line).toList();
  }
}
