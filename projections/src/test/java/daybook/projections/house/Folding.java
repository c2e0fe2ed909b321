// SPDX-License-Identifier: Apache-2.0
package daybook.projections.house;

import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.projections.Fold;
import daybook.projections.opening.Opener;
import daybook.projections.store.DocumentJson;

/** Folds a whole log, or a prefix of it, into the one document of a key. */
public final class Folding {
  private Folding() {}

  public static <D> D of(Fold<D> fold, MemoryLog log, String key) {
    return of(fold, log, key, log.head());
  }

  /** As of the event at an index. */
  public static <D> D of(Fold<D> fold, MemoryLog log, String key, long upTo) {
    Opener opener = new Opener(new FakeVault());
    D document = null;
    for (LogEntry entry : log.read(0, (int) upTo)) {
      OpenedEvent event = opener.open(entry);
      if (fold.handlers().handle(entry.event().getClass()) && fold.key(entry).equals(key)) {
        document = fold.fold(document, event);
      }
    }
    return document;
  }

  /** The document's bytes after each event was folded twice. */
  public static <D> byte[] twice(Fold<D> fold, MemoryLog log, String key) {
    Opener opener = new Opener(new FakeVault());
    D document = null;
    for (LogEntry entry : log.read(0, (int) log.head())) {
      if (fold.handlers().handle(entry.event().getClass()) && fold.key(entry).equals(key)) {
        document = fold.fold(fold.fold(document, opener.open(entry)), opener.open(entry));
      }
    }
    return new DocumentJson<>(fold.document()).write(document);
  }
}
