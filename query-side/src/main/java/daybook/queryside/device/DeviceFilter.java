// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.device;

import daybook.domain.access.InvalidInput;
import daybook.projections.device.DeviceQuery;
import daybook.projections.device.DeviceQuery.Order;
import daybook.queryside.http.Choices;
import daybook.queryside.http.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The devices that a request's query names. Unknown parameters and orderings are ignored.
 *
 * @param nobody whether no device can match: e-mail addresses belong to realms, and there are none
 */
record DeviceFilter(DeviceQuery query, boolean nobody) {
  private static final Order USUAL = Order.CREATED_AT;

  /** Throws {@link InvalidInput} for tags that don't exist; and none exist. */
  static DeviceFilter of(Parameters parameters) {
    refuseTags(parameters);
    DeviceQuery query =
        DeviceQuery.all()
            .serialNumber(parameters.filter("serial_number").orElse(null))
            .udid(parameters.filter("udid").orElse(null))
            .shortName(parameters.filter("short_name").orElse(null))
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

  private static void refuseTags(Parameters parameters) {
    Map<String, List<String>> problems = new LinkedHashMap<>();
    for (String name : List.of("tags", "excluded_tags")) {
      List<String> tags = parameters.all(name);
      tags.stream()
          .filter(tag -> !isNumber(tag))
          .findFirst()
          .map(Choices::invalid)
          .or(() -> tags.stream().findFirst().map(Choices::unavailable))
          .ifPresent(problem -> problems.put(name, List.of(problem)));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }

  private static boolean isNumber(String tag) {
    return tag.matches("[+-]?\\d{1,18}");
  }
}
