// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import daybook.domain.Refusal;
import daybook.domain.session.ConfigurationDetails;
import daybook.domain.session.ConfigurationState;
import daybook.domain.session.EnrollmentConfiguration;
import daybook.domain.session.SessionId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One enrollment configuration and what became of it.
 *
 * @param open the ends of admitted sessions that have not reserved, by id
 */
record ConfigurationRecord(
    EnrollmentConfiguration made,
    int reserved,
    Instant revokedAt,
    Map<String, Instant> open,
    Instant createdAt,
    Instant updatedAt) {
  /** So many sessions may be open and unused at once. */
  static final int MOST_OPEN = 1_000;

  ConfigurationRecord {
    open = Collections.unmodifiableMap(new TreeMap<>(open == null ? Map.of() : open));
  }

  static ConfigurationRecord of(EnrollmentConfiguration made, Instant time) {
    return new ConfigurationRecord(made, 0, null, Map.of(), time, time);
  }

  ConfigurationRecord changed(ConfigurationDetails details, Instant time) {
    return new ConfigurationRecord(made.with(details), reserved, revokedAt, open, createdAt, time);
  }

  ConfigurationRecord revoked(Instant time) {
    return new ConfigurationRecord(made, reserved, time, open, createdAt, updatedAt);
  }

  /** Sessions that have ended by {@code time} are forgotten. */
  ConfigurationRecord admitted(SessionId session, Instant expiresAt, Instant time) {
    Map<String, Instant> now = new TreeMap<>(open);
    now.values().removeIf(end -> !end.isAfter(time));
    now.put(session.value(), expiresAt);
    return new ConfigurationRecord(made, reserved, revokedAt, now, createdAt, updatedAt);
  }

  ConfigurationRecord reserved(SessionId session) {
    Map<String, Instant> rest = new TreeMap<>(open);
    rest.remove(session.value());
    return new ConfigurationRecord(made, reserved + 1, revokedAt, rest, createdAt, updatedAt);
  }

  Optional<Refusal> whyNotUse(Instant now) {
    if (revokedAt != null) {
      return Optional.of(Refusal.CONFIGURATION_REVOKED);
    }
    Instant end = made.details().expiresAt();
    if (end != null && !now.isBefore(end)) {
      return Optional.of(Refusal.CONFIGURATION_EXPIRED);
    }
    Integer quota = made.details().quota();
    return quota != null && reserved >= quota
        ? Optional.of(Refusal.QUOTA_USED_UP)
        : Optional.empty();
  }

  Optional<Refusal> whyNotAdmit(Instant now) {
    return whyNotUse(now)
        .or(
            () ->
                openAt(now) < MOST_OPEN
                    ? Optional.empty()
                    : Optional.of(Refusal.SESSIONS_TOO_MANY));
  }

  /** Whether somebody has come in by it, or may be about to. */
  boolean isUsed(Instant now) {
    return reserved > 0 || openAt(now) > 0;
  }

  ConfigurationState state(Instant now) {
    return new ConfigurationState(
        made, reserved, (int) openAt(now), revokedAt, createdAt, updatedAt);
  }

  private long openAt(Instant now) {
    return open.values().stream().filter(end -> end.isAfter(now)).count();
  }
}
