// SPDX-License-Identifier: Apache-2.0
package daybook.projections.projector;

import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.projections.Digest;
import daybook.projections.Fold;
import daybook.projections.Generation;
import daybook.projections.ParkedKey;
import daybook.projections.projector.Refold.Folded;
import daybook.projections.store.Batch;
import daybook.projections.store.DocumentJson;
import daybook.projections.store.ViewStore;
import daybook.projections.store.ViewStore.Parked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One build of a view of documents: folds in memory, writes documents and position together.
 *
 * @param <D> the document
 */
final class DocumentGeneration<D> implements Generation {
  private static final int MOST_CHANGED_IN_BULK = 10_000;
  private static final int MOST_UNWRITTEN = 1_000;

  private final String name;
  private final Fold<D> fold;
  private final ViewStore store;
  private final Refold<D> refold;
  private final DocumentJson<D> json;
  private final WorkingSet<D> documents;
  private final Map<String, Parked> parked;
  private final Map<String, Optional<Parked>> parkedChanges = new HashMap<>();
  private long taken;
  private long written;
  private volatile long position;
  private boolean bulk;
  private boolean toScrub;

  DocumentGeneration(String name, Fold<D> fold, ViewStore store, Refold<D> refold) {
    this.name = name;
    this.fold = fold;
    this.store = store;
    this.refold = refold;
    this.json = new DocumentJson<>(fold.document());
    this.documents = new WorkingSet<>(store, json);
    this.parked = new HashMap<>(store.parked());
    this.taken = store.position();
    this.written = taken;
    this.position = taken;
  }

  ViewStore store() {
    return store;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isComplete() {
    return store.isComplete();
  }

  @Override
  public long taken() {
    return taken;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void take(List<OpenedEvent> events) {
    for (OpenedEvent event : events) {
      take(event);
      taken = event.entry().index();
    }
    if (bulk && documents.changed().size() >= MOST_CHANGED_IN_BULK) {
      flush();
    }
  }

  private void take(OpenedEvent event) {
    LogEntry entry = event.entry();
    if (event.event() instanceof DeviceShredded) {
      foldAgain(entry);
    } else if (fold.handlers().handle(event.event().getClass())) {
      String key = fold.key(entry);
      if (!parked.containsKey(key) && !documents.holds(key, entry.index())) {
        set(key, refold.after(documents.get(key), event));
      }
    }
  }

  /**
   * After a shredding: what concerns its stream is dropped, and folded again without what is gone.
   */
  private void foldAgain(LogEntry shredding) {
    for (String key : refold.keys(shredding.stream(), shredding.index())) {
      if (!documents.holds(key, shredding.index())) {
        documents.put(key, null);
        set(key, refold.fold(key, shredding.index()));
      }
      toScrub = true;
    }
  }

  private void set(String key, Folded<D> folded) {
    if (folded.document() != documents.get(key)) {
      documents.put(key, folded.document());
    }
    Parked before = folded.parked() == null ? parked.remove(key) : parked.put(key, folded.parked());
    if (before != null || folded.parked() != null) {
      parkedChanges.put(key, Optional.ofNullable(folded.parked()));
    }
  }

  @Override
  public void flush() {
    boolean unchanged = documents.changed().isEmpty() && parkedChanges.isEmpty();
    if (!unchanged || taken - written >= MOST_UNWRITTEN) {
      write();
    }
    position = taken;
    if (toScrub && store.scrub()) {
      toScrub = false;
    }
  }

  private void write() {
    List<Batch.Document> put = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    documents
        .changed()
        .forEach(
            (key, document) ->
                document.ifPresentOrElse(
                    d -> put.add(new Batch.Document(key, json.write(d), fold.indexes(d))),
                    () -> removed.add(key)));
    Map<String, Parked> newlyParked = new HashMap<>();
    List<String> unparked = new ArrayList<>();
    parkedChanges.forEach(
        (key, change) ->
            change.ifPresentOrElse(p -> newlyParked.put(key, p), () -> unparked.add(key)));
    store.write(new Batch(put, removed, newlyParked, unparked, taken));
    documents.written();
    parkedChanges.clear();
    written = taken;
  }

  @Override
  public void bulk(boolean now) {
    bulk = now;
    if (bulk) {
      store.beginBulk();
    }
  }

  @Override
  public void complete() {
    flush();
    write();
    store.complete();
  }

  @Override
  public List<ParkedKey> parked() {
    return store.parked().entrySet().stream()
        .map(p -> new ParkedKey(p.getKey(), p.getValue().index(), p.getValue().error()))
        .sorted(Comparator.comparingLong(ParkedKey::index))
        .toList();
  }

  @Override
  public int retryParked() {
    for (String key : List.copyOf(parked.keySet())) {
      if (!documents.holds(key, taken + 1)) {
        set(key, refold.fold(key, taken));
      }
    }
    flush();
    return parked.size();
  }

  @Override
  public String digest() {
    Digest digest = new Digest();
    store.each(
        (key, document) -> {
          digest.add(key);
          digest.add(document);
        });
    return digest.hex();
  }

  @Override
  public void close() {
    try {
      write();
    } finally {
      store.close();
    }
  }
}
