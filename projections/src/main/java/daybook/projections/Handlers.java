// SPDX-License-Identifier: Apache-2.0
package daybook.projections;

import daybook.domain.DomainEvent;
import daybook.domain.OpenedEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The table of a fold: type of event → what it does to the document.
 *
 * @param <D> the document
 */
public final class Handlers<D> {
  private final Map<Class<?>, Handler<D, ?>> byType = new HashMap<>();

  /**
   * What one type of event does.
   *
   * @param <D> the document, null when there is none yet; a null result drops it
   */
  @FunctionalInterface
  public interface Handler<D, E extends DomainEvent> {
    D apply(D view, E event, OpenedEvent opened);
  }

  public <E extends DomainEvent> Handlers<D> on(Class<E> type, Handler<D, E> handler) {
    if (byType.put(type, handler) != null) {
      throw new IllegalArgumentException("handled twice: " + type.getSimpleName());
    }
    return this;
  }

  public boolean handle(Class<?> type) {
    return byType.containsKey(type);
  }

  /** The types of event that are handled. */
  public Set<Class<?>> types() {
    return Collections.unmodifiableSet(byType.keySet());
  }

  D apply(D view, OpenedEvent opened) {
    return apply(byType.get(opened.event().getClass()), view, opened);
  }

  @SuppressWarnings("unchecked") // "on" ties each handler to the type it is found by
  private static <D, E extends DomainEvent> D apply(
      Handler<D, E> handler, D view, OpenedEvent opened) {
    return handler == null ? view : handler.apply(view, (E) opened.event(), opened);
  }
}
