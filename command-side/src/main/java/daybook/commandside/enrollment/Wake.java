// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.enrollment;

import daybook.domain.command.ReportStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a channel must be woken after a session that ends with commands still in its queue.
 *
 * @param reason of the push
 */
record Wake(String reason, Instant at) {
  /** A command was deferred, and the device doesn't come back by itself. */
  static final String DEFERRED = "deferred";

  /** A command waits. */
  static final String COMMAND = "command";

  /** The waits before the first, the second … push for deferred commands; the last one repeats. */
  static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(4), Duration.ofDays(1));

  private static final Duration LOST_ANSWER = Duration.ofMinutes(1);

  /**
   * @param last what the device said last: after NotNow it comes back by itself
   */
  static Optional<Wake> after(CommandQueue queue, ReportStatus last, Instant now) {
    List<Wake> wakes = new ArrayList<>();
    boolean deferred = queue.commands().stream().anyMatch(c -> c.deliveries().rests());
    if (deferred && last != ReportStatus.NOT_NOW) {
      Duration wait = WAITS.get(Math.min(queue.wakes(), WAITS.size() - 1));
      wakes.add(new Wake(DEFERRED, now.plus(wait)));
    }
    queue.commands().stream()
        .filter(c -> !c.due(now))
        .map(c -> new Wake(COMMAND, c.notBefore()))
        .forEach(wakes::add);
    if (queue.out() != null && queue.commands().size() > 1) {
      wakes.add(new Wake(COMMAND, now.plus(LOST_ANSWER)));
    }
    return wakes.stream().min(Comparator.comparing(Wake::at));
  }
}
