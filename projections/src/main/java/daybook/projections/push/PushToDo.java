// SPDX-License-Identifier: Apache-2.0
package daybook.projections.push;

import daybook.domain.ToDo;
import daybook.domain.enrollment.Channel;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.push.PushWork;
import daybook.projections.Projector;
import daybook.projections.ViewReader;
import daybook.projections.store.Query;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The pushes that are open and due. */
public final class PushToDo implements ToDo<PushWork> {
  private final ViewReader<PushView> reader;
  private final Projector projector;

  public PushToDo(ViewReader<PushView> reader, Projector projector) {
    this.reader = reader;
    this.projector = projector;
  }

  @Override
  public List<PushWork> due(Instant now, int limit) {
    return reader
        .find(Query.atMost("due", now.toEpochMilli()).orderBy(false, "due").page(limit, 0))
        .stream()
        .flatMap(view -> due(view, now))
        .limit(limit)
        .toList();
  }

  @Override
  public boolean caughtUp() {
    return projector.caughtUp(PushFold.NAME);
  }

  private static Stream<PushWork> due(PushView view, Instant now) {
    EnrollmentId enrollment = new EnrollmentId(view.enrollment());
    return view.open().stream()
        .filter(push -> !push.notBefore().isAfter(now))
        .map(
            push ->
                new PushWork(
                    enrollment, new Channel(push.channel()), push.reason(), push.notBefore()));
  }
}
