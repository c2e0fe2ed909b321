// SPDX-License-Identifier: Apache-2.0
package daybook.projections.projector;

import daybook.domain.Log;
import daybook.domain.OpenedEvent;
import daybook.projections.Generation;
import daybook.projections.opening.Opener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads and opens the log, and gives each generation what it hasn't taken. */
final class Feeder {
  private static final int BATCH = 1_000;
  private static final int BULK = 5_000;

  private final Log log;
  private final Opener opener;

  Feeder(Log log, Opener opener) {
    this.log = log;
    this.opener = opener;
  }

  /** One batch, read once, for all that stand at its start or within it. Returns its size. */
  int feed(List<Generation> generations) {
    long after = generations.stream().mapToLong(Generation::taken).min().orElse(Long.MAX_VALUE);
    if (after >= log.head()) {
      return 0;
    }
    List<OpenedEvent> events = read(after, BATCH);
    generations.stream()
        .sorted(Comparator.comparingLong(Generation::taken))
        .forEach(generation -> give(generation, events));
    return events.size();
  }

  /** One large batch for a generation that is being built, without writing it yet. */
  int feedBulk(Generation generation) {
    List<OpenedEvent> events = read(generation.taken(), BULK);
    generation.take(events);
    return events.size();
  }

  private static void give(Generation generation, List<OpenedEvent> events) {
    long taken = generation.taken();
    List<OpenedEvent> fresh =
        events.stream().filter(event -> event.entry().index() > taken).toList();
    if (!fresh.isEmpty() && fresh.get(0).entry().index() == taken + 1) {
      generation.take(fresh);
      generation.flush();
    }
  }

  private List<OpenedEvent> read(long after, int limit) {
    List<OpenedEvent> events = new ArrayList<>();
    log.read(after, limit).forEach(entry -> events.add(opener.open(entry)));
    return events;
  }
}
