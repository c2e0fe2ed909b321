// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.device;

import daybook.domain.access.InvalidInput;
import daybook.projections.device.DeviceQuery;
import daybook.projections.device.DeviceQuery.Order;
import daybook.queryside.http.Choices;
import daybook.queryside.http.Parameters;
import java.util.Locale;
import java.util.Set;

/**
 * The devices that a request's query names. Unknown parameters and orderings are ignored.
 *
 * @param nobody whether no device can match: e-mail addresses belong to realms, and there are none
 */
record DeviceFilter(DeviceQuery query, boolean nobody) {
  private static final Order USUAL = Order.CREATED_AT;

  /**
   * Reads a request's query.
   *
   * @param tags the numbers of the tags that there are
   * @throws InvalidInput for others, and for a bad choice
   */
  static DeviceFilter of(Parameters parameters, Set<Long> tags) {
    TagChoice chosen = TagChoice.of(parameters, tags);
    DeviceQuery query =
        DeviceQuery.all()
            .serialNumber(parameters.filter("serial_number").orElse(null))
            .udid(parameters.filter("udid").orElse(null))
            .shortName(parameters.filter("short_name").orElse(null))
            .tags(chosen.wanted())
            .excludedTags(chosen.unwanted())
            .archived(archived(parameters.filter("archived").orElse("false")));
    return new DeviceFilter(
        ordered(query, parameters.filter("ordering").orElse("")),
        parameters.filter("email").isPresent());
  }

  private static Boolean archived(String wanted) {
    return switch (wanted) {
      case "false" -> false;
      case "true" -> true;
      case "all" -> null;
      default -> throw InvalidInput.of("archived", Choices.unavailable(wanted));
    };
  }

  private static DeviceQuery ordered(DeviceQuery query, String ordering) {
    for (String field : ordering.split(",", -1)) {
      String name = field.strip();
      boolean descending = name.startsWith("-");
      String column = descending ? name.substring(1) : name;
      for (Order order : Order.values()) {
        if (order.name().toLowerCase(Locale.ROOT).equals(column)) {
          return query.orderBy(order, descending);
        }
      }
    }
    return query.orderBy(USUAL, true);
  }
}
