// SPDX-License-Identifier: Apache-2.0
package daybook.projections.opening;

import daybook.domain.LogEntry;
import daybook.domain.OpenedEvent;
import daybook.domain.StreamId;
import daybook.domain.enrollment.EnrollmentEvent.DeviceShredded;
import daybook.projections.Fold;
import daybook.projections.Handlers;
import daybook.projections.store.Column;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** One document per stream that was shredded, so that a new start knows. */
public final class ErasureFold implements Fold<ErasureView> {
  private final Handlers<ErasureView> handlers =
      new Handlers<ErasureView>().on(DeviceShredded.class, ErasureFold::shredded);

  @Override
  public String name() {
    return "erasure";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<ErasureView> document() {
    return ErasureView.class;
  }

  @Override
  public Handlers<ErasureView> handlers() {
    return handlers;
  }

  @Override
  public String key(LogEntry entry) {
    return entry.stream().value();
  }

  @Override
  public Optional<StreamId> stream(String key) {
    return Optional.of(new StreamId(key));
  }

  @Override
  public List<Column> columns() {
    return List.of();
  }

  @Override
  public Map<String, Object> indexes(ErasureView view) {
    return Map.of();
  }

  private static ErasureView shredded(ErasureView view, DeviceShredded event, OpenedEvent opened) {
    TreeSet<String> keyIds = new TreeSet<>(event.keyIds());
    if (view != null) {
      keyIds.addAll(view.keyIds());
    }
    int generation =
        view == null ? event.generation() : Math.max(view.generation(), event.generation());
    return new ErasureView(opened.entry().stream().value(), generation, List.copyOf(keyIds));
  }
}
