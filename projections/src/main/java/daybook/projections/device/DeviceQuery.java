// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.enrollment.EnrollmentSummary;
import daybook.projections.store.Query;
import daybook.projections.store.Query.Comparison;
import java.util.Locale;

/**
 * Which devices, in which order. Null components don't restrict.
 *
 * @param search a part of name, serial number, UDID or model, in either case
 * @param platform {@code macOS}, {@code iOS}, …
 * @param shortName of one of its users, exactly
 * @param archived true: only those that were taken out of the lists; false: only the others
 * @param order by what
 */
public record DeviceQuery(
    String serialNumber,
    String udid,
    String search,
    String platform,
    EnrollmentSummary.State state,
    String shortName,
    Boolean archived,
    Order order,
    boolean descending) {
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
    return new DeviceQuery(null, null, null, null, null, null, null, Order.CREATED_AT, true);
  }

  public DeviceQuery serialNumber(String wanted) {
    return new DeviceQuery(
        wanted, udid, search, platform, state, shortName, archived, order, descending);
  }

  public DeviceQuery udid(String wanted) {
    return new DeviceQuery(
        serialNumber, wanted, search, platform, state, shortName, archived, order, descending);
  }

  public DeviceQuery search(String part) {
    return new DeviceQuery(
        serialNumber, udid, part, platform, state, shortName, archived, order, descending);
  }

  public DeviceQuery platform(String wanted) {
    return new DeviceQuery(
        serialNumber, udid, search, wanted, state, shortName, archived, order, descending);
  }

  public DeviceQuery state(EnrollmentSummary.State wanted) {
    return new DeviceQuery(
        serialNumber, udid, search, platform, wanted, shortName, archived, order, descending);
  }

  public DeviceQuery shortName(String wanted) {
    return new DeviceQuery(
        serialNumber, udid, search, platform, state, wanted, archived, order, descending);
  }

  public DeviceQuery archived(Boolean wanted) {
    return new DeviceQuery(
        serialNumber, udid, search, platform, state, shortName, wanted, order, descending);
  }

  public DeviceQuery orderBy(Order by, boolean descends) {
    return new DeviceQuery(
        serialNumber, udid, search, platform, state, shortName, archived, by, descends);
  }

  Query query() {
    Query query = Query.all().orderBy(descending, order.column(), "number");
    query = equal(query, "serial_number", serialNumber);
    query = equal(query, "udid_upper", udid == null ? null : DeviceIndexes.upper(udid));
    query = equal(query, "udid", udid);
    query = equal(query, "platform", platform);
    query = equal(query, "state", state == null ? null : state.name());
    query = equal(query, "archived", archived == null ? null : DeviceIndexes.archived(archived));
    if (shortName != null) {
      query = query.and("short_names", Comparison.CONTAINS, DeviceIndexes.line(shortName));
    }
    if (search != null && !search.isBlank()) {
      query = query.and("search", Comparison.CONTAINS, search.strip().toLowerCase(Locale.ROOT));
    }
    return query;
  }

  private static Query equal(Query query, String column, String value) {
    return value == null ? query : query.and(column, Comparison.EQUAL, value);
  }
}
