// SPDX-License-Identifier: Apache-2.0
package daybook.ui.enrollment;

import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An enrollment configuration as a line of the list, and as the head of its page.
 *
 * @param used how many devices have come in, of how many
 * @param until its end in UTC, or null
 * @param open whether somebody can still come in
 */
record EnrollmentRow(
    long number,
    String name,
    String used,
    String until,
    boolean open,
    boolean revoked,
    String stateClass,
    String stateText) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  static EnrollmentRow of(ConfigurationState it, Instant now) {
    ConfigurationDetails details = it.configuration().details();
    boolean ended = details.expiresAt() != null && !now.isBefore(details.expiresAt());
    boolean usedUp = details.quota() != null && it.reserved() >= details.quota();
    boolean revoked = it.revokedAt() != null;
    return new EnrollmentRow(
        it.configuration().number(),
        details.name(),
        details.quota() == null ? "" + it.reserved() : it.reserved() + " of " + details.quota(),
        details.expiresAt() == null ? null : MINUTE.format(details.expiresAt()),
        !revoked && !ended && !usedUp,
        revoked,
        revoked ? "state-bad" : ended || usedUp ? "state-wait" : "state-good",
        revoked ? "Revoked" : ended ? "Ended" : usedUp ? "Used up" : "Open");
  }
}
