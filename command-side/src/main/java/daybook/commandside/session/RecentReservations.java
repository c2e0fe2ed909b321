// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.session;

import daybook.domain.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sessions that have reserved lately, by which a repeated reservation is known. */
final class RecentReservations {
  static final int MOST = 4_096;
  static final Duration KEPT = Duration.ofHours(24);

  /** When, by session, oldest first. */
  private final Map<String, Instant> times = new LinkedHashMap<>();

  void add(SessionId session, Instant time) {
    times.put(session.value(), time);
    Iterator<Instant> oldest = times.values().iterator();
    while (oldest.hasNext()) {
      boolean old = !time.isBefore(oldest.next().plus(KEPT));
      if (!old && times.size() <= MOST) {
        return;
      }
      oldest.remove();
    }
  }

  boolean hold(SessionId session, Instant now) {
    Instant time = times.get(session.value());
    return time != null && now.isBefore(time.plus(KEPT));
  }

  int size() {
    return times.size();
  }
}
