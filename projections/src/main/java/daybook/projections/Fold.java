// SPDX-License-Identifier: Apache-2.0
package daybook.projections;

import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.StreamId;
import daybook.projections.store.Column;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A view as a pure function: {@code view' = fold(view, event)}. It reads no clock, no setting and
 * no other view; it sets and never adds, so that an event folded twice changes nothing.
 *
 * @param <D> the document: a record that Jackson can write and read
 */
public interface Fold<D> {
  /** The view's name: lower-case letters; part of its file's name. */
  String name();

  /** Grows with each change of the document, the key or the folding: the view is built anew. */
  int version();

  Class<D> document();

  /** What happens on each type of event; other events don't concern the view. */
  Handlers<D> handlers();

  /** The one document into which an event folds; asked only for events that are handled. */
  String key(LogEntry entry);

  /** The columns by which documents can be found, besides their key. */
  List<Column> columns();

  /** A document's values of {@link #columns}, by column name; absent ones are null. */
  Map<String, Object> indexes(D document);

  /**
   * The one stream that holds all events of a document, or empty when they are spread over several
   * streams; then folding one document again reads the whole log.
   */
  default Optional<StreamId> stream(String key) {
    return Optional.empty();
  }

  /** The document after an event, or null when there is none any more. */
  default D fold(D view, OpenedEvent event) {
    return handlers().apply(view, event);
  }
}
