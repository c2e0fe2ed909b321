// SPDX-License-Identifier: Apache-2.0
package daybook.ui.form;

import daybook.domain.access.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** What a form gave, within its bounds. */
public final class Given {
  private Given() {}

  /**
   * A text that must be there, without blanks around it.
   *
   * @throws InvalidInput for the field
   */
  public static String text(String text, String field, int longest) {
    if (text.isBlank()) {
      throw InvalidInput.of(field, "This field is required.");
    }
    return optional(text, field, longest);
  }

  /**
   * A text that may be empty.
   *
   * @throws InvalidInput for the field
   */
  public static String optional(String text, String field, int longest) {
    if (text.length() > longest) {
      throw InvalidInput.of(
          field, "Ensure this field has no more than %d characters.".formatted(longest));
    }
    return text.strip();
  }

  /**
   * A time of UTC as browsers send it ({@code 2027-01-31T12:00}); null when there is none.
   *
   * @throws InvalidInput for the field
   */
  public static Instant time(String text, String field) {
    try {
      return text.isBlank() ? null : LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw InvalidInput.of(field, "This is no time.");
    }
  }
}
