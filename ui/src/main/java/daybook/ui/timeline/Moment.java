// SPDX-License-Identifier: Apache-2.0
package daybook.ui.timeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time as the pages write it: UTC, to the second. */
public final class Moment {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Moment() {}

  public static String text(Instant time) {
    return time == null ? "never" : FORM.format(time);
  }
}
