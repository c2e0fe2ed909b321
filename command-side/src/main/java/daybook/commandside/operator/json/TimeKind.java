// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** A time, ISO 8601; without a zone it is UTC. */
record TimeKind() implements Kind<Instant> {
  @Override
  public Instant read(Object value) {
    try {
      TemporalAccessor read =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              value.toString().strip().replace(' ', 'T'),
              OffsetDateTime::from,
              LocalDateTime::from);
      return read instanceof OffsetDateTime zoned
          ? zoned.toInstant()
          : ((LocalDateTime) read).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw Wrong.text(
          "Datetime has wrong format. Use one of these formats instead:"
              + " YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].");
    }
  }

  @Override
  public String type() {
    return "datetime";
  }
}
