// SPDX-License-Identifier: Apache-2.0
package daybook.ops.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** The API's times: naive UTC, ISO 8601, six fraction digits or none. */
public final class NaiveTime {
  private static final DateTimeFormatter WHOLE = formatter("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter MICROS = formatter("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

  private NaiveTime() {}

  public static String of(Instant time) {
    boolean whole = time.get(ChronoField.MICRO_OF_SECOND) == 0;
    return (whole ? WHOLE : MICROS).format(time);
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
