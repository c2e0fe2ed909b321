// SPDX-License-Identifier: Apache-2.0
package daybook.ui.push;

import daybook.domain.push.PushCertificateState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A push certificate as a line of the list, and as the head of its page.
 *
 * @param topic null until Apple's certificate has come
 * @param until the last day on which it can be used, or null
 * @param waiting whether a key waits for Apple's certificate
 * @param issued whether Apple's certificate has come
 */
record PushCertificateRow(
    long number,
    String name,
    String topic,
    String until,
    boolean waiting,
    boolean issued,
    String stateClass,
    String stateText) {
  /** So long before its end a certificate is to be renewed. */
  private static final long SOON_DAYS = 30;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  static PushCertificateRow of(PushCertificateState it, Instant now) {
    boolean issued = it.certificate() != null;
    long days =
        issued ? Duration.between(now, it.certificate().notAfter()).toDays() : Long.MAX_VALUE;
    boolean over = issued && !now.isBefore(it.certificate().notAfter());
    return new PushCertificateRow(
        it.number(),
        it.name(),
        issued ? it.certificate().topic() : null,
        issued ? DAY.format(it.certificate().notAfter()) : null,
        it.waiting() != null,
        issued,
        over ? "state-bad" : !issued || days <= SOON_DAYS ? "state-wait" : "state-good",
        text(it, over, days));
  }

  private static String text(PushCertificateState it, boolean over, long days) {
    if (it.certificate() == null) {
      return "Waits for Apple's certificate";
    }
    String state =
        over
            ? "Expired"
            : days > SOON_DAYS
                ? "Valid"
                : days == 0
                    ? "Ends today"
                    : days == 1 ? "Ends in 1 day" : "Ends in " + days + " days";
    return it.waiting() == null ? state : state + ", renewal under way";
  }
}
