// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.http;

import daybook.domain.access.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;

/** Times in a query, in the forms of ISO 8601 that people and tools write. */
public final class Moments {
  private static final List<Function<String, Instant>> FORMS =
      List.of(
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
          text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

  private Moments() {}

  /**
   * A date and a time of day with or without an offset, or a date alone, which means its beginning;
   * UTC where no offset is written.
   *
   * @throws InvalidInput that names the field
   */
  public static Instant read(String field, String text) {
    for (Function<String, Instant> form : FORMS) {
      try {
        return form.apply(text.strip().replace(' ', 'T'));
      } catch (DateTimeParseException e) {
        // It may have another form.
      }
    }
    throw InvalidInput.of(field, "Enter a valid date/time.");
  }
}
