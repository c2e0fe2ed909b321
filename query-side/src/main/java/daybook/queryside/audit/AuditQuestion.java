// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.audit;

import daybook.domain.access.InvalidInput;
import daybook.domain.catalog.EventCatalog;
import daybook.projections.audit.AuditFilter;
import daybook.queryside.http.Choices;
import daybook.queryside.http.Moments;
import daybook.queryside.http.Parameters;
import java.time.Instant;

/** What a query asks of the log. */
public final class AuditQuestion {
  private static final String SINCE = "since";
  private static final String UNTIL = "until";

  private AuditQuestion() {}

  /**
   * @throws InvalidInput for a type that isn't known, or a time that can't be read
   */
  public static AuditFilter filter(Parameters parameters) {
    String type = parameters.filter("type").orElse(null);
    if (type != null && !EventCatalog.all().containsKey(type)) {
      throw InvalidInput.of("type", Choices.unavailable(type));
    }
    return AuditFilter.all()
        .serialNumber(parameters.filter("serial_number").orElse(null))
        .udid(parameters.filter("udid").orElse(null))
        .named(parameters.filter("device").map(String::strip).orElse(null))
        .type(type)
        .actor(parameters.filter("actor").map(String::strip).orElse(null))
        .between(time(SINCE, parameters), time(UNTIL, parameters));
  }

  private static Instant time(String field, Parameters parameters) {
    return parameters.filter(field).map(text -> Moments.read(field, text)).orElse(null);
  }
}
