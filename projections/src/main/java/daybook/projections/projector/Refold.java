// SPDX-License-Identifier: Apache-2.0
package daybook.projections.projector;

import daybook.domain.Log;
import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.StreamId;
import daybook.projections.Fold;
import daybook.projections.opening.Opener;
import daybook.projections.store.ViewStore.Parked;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Folds single documents again from the log.
 *
 * @param <D> the document
 */
final class Refold<D> {
  private static final int BATCH = 1_000;

  private final Log log;
  private final Opener opener;
  private final Fold<D> fold;

  Refold(Log log, Opener opener, Fold<D> fold) {
    this.log = log;
    this.opener = opener;
    this.fold = fold;
  }

  /**
   * A document folded anew.
   *
   * @param document null when there is none
   * @param parked where it stopped, or null
   */
  record Folded<D>(D document, Parked parked) {}

  /** The keys into which events of a stream fold, up to an index. */
  Set<String> keys(StreamId stream, long upTo) {
    Set<String> keys = new HashSet<>();
    stream(
        stream,
        upTo,
        entry -> {
          if (fold.handlers().handle(entry.event().getClass())) {
            keys.add(fold.key(entry));
          }
        });
    return keys;
  }

  /** One document as it is after the event at an index. */
  Folded<D> fold(String key, long upTo) {
    Map<String, Folded<D>> folded = new HashMap<>();
    Consumer<LogEntry> step = entry -> step(key, entry, folded);
    fold.stream(key).ifPresentOrElse(stream -> stream(stream, upTo, step), () -> all(upTo, step));
    return folded.getOrDefault(key, new Folded<>(null, null));
  }

  private void step(String key, LogEntry entry, Map<String, Folded<D>> folded) {
    Folded<D> before = folded.getOrDefault(key, new Folded<>(null, null));
    if (before.parked() == null
        && fold.handlers().handle(entry.event().getClass())
        && fold.key(entry).equals(key)) {
      folded.put(key, after(before.document(), opener.open(entry)));
    }
  }

  /** The document after an event; or, when it can't be folded, as it was, and parked. */
  Folded<D> after(D document, OpenedEvent event) {
    try {
      return new Folded<>(fold.fold(document, event), null);
    } catch (RuntimeException e) {
      return new Folded<>(document, new Parked(event.entry().index(), kind(e, event)));
    }
  }

  /** The kind of a failure and where it arose; its message might tell personal values. */
  private static String kind(RuntimeException e, OpenedEvent event) {
    StackTraceElement[] trace = e.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    return e.getClass().getSimpleName() + " on " + event.entry().type() + place;
  }

  private void stream(StreamId stream, long upTo, Consumer<LogEntry> each) {
    long next = 0;
    List<LogEntry> entries = log.stream(stream, next, BATCH);
    while (!entries.isEmpty()) {
      for (LogEntry entry : entries) {
        if (entry.index() <= upTo) {
          each.accept(entry);
        }
      }
      LogEntry last = entries.get(entries.size() - 1);
      next = last.sequence() + 1;
      entries = last.index() >= upTo ? List.of() : log.stream(stream, next, BATCH);
    }
  }

  private void all(long upTo, Consumer<LogEntry> each) {
    List<LogEntry> entries = log.read(0, BATCH);
    while (!entries.isEmpty()) {
      for (LogEntry entry : entries) {
        if (entry.index() <= upTo) {
          each.accept(entry);
        }
      }
      long last = entries.get(entries.size() - 1).index();
      entries = last >= upTo ? List.of() : log.read(last, BATCH);
    }
  }
}
