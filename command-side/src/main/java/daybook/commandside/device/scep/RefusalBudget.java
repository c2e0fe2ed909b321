// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.scep;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import daybook.domain.session.SessionId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * How many refusals a session's own stream may hold: 20 an hour. What a broken client sends beyond
 * goes where strangers' refusals are counted.
 */
@Component
class RefusalBudget {
  private static final int MOST = 20;

  private final Cache<SessionId, AtomicInteger> used =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();

  boolean take(SessionId session) {
    return used.get(session, id -> new AtomicInteger()).incrementAndGet() <= MOST;
  }
}
