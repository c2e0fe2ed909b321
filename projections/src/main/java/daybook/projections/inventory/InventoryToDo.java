// SPDX-License-Identifier: Apache-2.0
package daybook.projections.inventory;

import daybook.domain.ToDo;
import daybook.domain.command.InventoryWork;
import daybook.domain.enrollment.EnrollmentId;
import daybook.projections.Projector;
import daybook.projections.ViewReader;
import daybook.projections.store.Query;
import java.time.Instant;
import java.util.List;

/**
 * Enrolled devices that no inventory command waits for: first those that have never told, then by
 * how long ago they did.
 */
public final class InventoryToDo implements ToDo<InventoryWork> {
  private final ViewReader<InventoryView> reader;
  private final Projector projector;

  public InventoryToDo(ViewReader<InventoryView> reader, Projector projector) {
    this.reader = reader;
    this.projector = projector;
  }

  @Override
  public List<InventoryWork> due(Instant now, int limit) {
    return reader
        .find(Query.atMost("turn", now.toEpochMilli()).orderBy(false, "turn").page(limit, 0))
        .stream()
        .map(InventoryToDo::work)
        .toList();
  }

  @Override
  public boolean caughtUp() {
    return projector.caughtUp(InventoryFold.NAME);
  }

  private static InventoryWork work(InventoryView view) {
    return new InventoryWork(
        new EnrollmentId(view.enrollment()), view.since(), view.told(), view.platform());
  }
}
