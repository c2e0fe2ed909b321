// SPDX-License-Identifier: Apache-2.0
package daybook.projections.projector;

import daybook.projections.store.DocumentJson;
import daybook.projections.store.ViewStore;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The documents at hand: those that have changed since the last write, and the last few that
 * haven't.
 *
 * @param <D> the document
 */
final class WorkingSet<D> {
  private static final int MOST_CLEAN = 2_000;

  private final ViewStore store;
  private final DocumentJson<D> json;
  private final Map<String, Optional<D>> changed = new LinkedHashMap<>();
  private final Map<String, Optional<D>> clean = new Recent<>();
  private final Map<String, Long> ahead = new HashMap<>();

  WorkingSet(ViewStore store, DocumentJson<D> json) {
    this.store = store;
    this.json = json;
  }

  /** A document as it stands, or null. */
  D get(String key) {
    Optional<D> found = changed.get(key);
    if (found == null) {
      found = clean.get(key);
    }
    if (found == null) {
      ViewStore.Held held = store.held(key);
      found = Optional.ofNullable(held.json()).map(json::read);
      clean.put(key, found);
      if (held.event() > 0) {
        ahead.put(key, held.event());
      }
    }
    return found.orElse(null);
  }

  /** Whether the effect of an event is in a document already, by a write that wasn't finished. */
  boolean holds(String key, long event) {
    get(key);
    boolean holds = event <= ahead.getOrDefault(key, 0L);
    if (!holds) {
      ahead.remove(key);
    }
    return holds;
  }

  /** Changes a document; null removes it. */
  void put(String key, D document) {
    changed.put(key, Optional.ofNullable(document));
  }

  Map<String, Optional<D>> changed() {
    return changed;
  }

  /** What has changed is written now. */
  void written() {
    clean.putAll(changed);
    changed.clear();
  }

  private static final class Recent<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(64, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > MOST_CLEAN;
    }
  }
}
