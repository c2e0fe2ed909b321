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
  static final int BATCH = 1_000;
  private static final int BULK = 5_000;

  private final Log log;
  private final Opener opener;

  Feeder(Log log, Opener opener) {
    this.log = log;
    this.opener = opener;
  }

  /**
   * Gives each generation its next batch; those that stand together share one reading. One that
   * fails keeps none of the others back; the failure is thrown at the end.
   *
   * @return how many events were read
   */
  int feed(List<Generation> generations) {
    List<Generation> left = new ArrayList<>(generations);
    left.sort(Comparator.comparingLong(Generation::taken));
    RuntimeException failure = null;
    int read = 0;
    while (!left.isEmpty()) {
      List<OpenedEvent> events = read(left.get(0).taken(), BATCH);
      long last = events.isEmpty() ? Long.MAX_VALUE : index(events, events.size() - 1);
      while (!left.isEmpty() && left.get(0).taken() <= last) {
        try {
          give(left.remove(0), events);
        } catch (RuntimeException e) {
          failure = e;
        }
      }
      read += events.size();
    }
    if (failure != null) {
      throw failure;
    }
    return read;
  }

  /** One large batch for a generation that is being built, without writing it yet. */
  int feedBulk(Generation generation) {
    List<OpenedEvent> events = read(generation.taken(), BULK);
    generation.take(events);
    return events.size();
  }

  /** What couldn't be written before is written first. */
  private static void give(Generation generation, List<OpenedEvent> events) {
    generation.flush();
    long taken = generation.taken();
    List<OpenedEvent> fresh =
        events.stream().filter(event -> event.entry().index() > taken).toList();
    if (!fresh.isEmpty()) {
      generation.take(fresh);
      generation.flush();
    }
  }

  private static long index(List<OpenedEvent> events, int at) {
    return events.get(at).entry().index();
  }

  private List<OpenedEvent> read(long after, int limit) {
    List<OpenedEvent> events = new ArrayList<>();
    if (after >= log.head()) {
      return events;
    }
    log.read(after, limit).forEach(entry -> events.add(opener.open(entry)));
    return events;
  }
}
