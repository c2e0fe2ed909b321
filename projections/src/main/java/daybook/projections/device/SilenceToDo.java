// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.StreamId;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.enrollment.SilentDevices;
import daybook.projections.Projector;
import daybook.projections.ViewReader;
import daybook.projections.store.Query;
import java.time.Instant;
import java.util.List;

/** The view {@code device} as the policy on silence asks it. */
public final class SilenceToDo implements SilentDevices {
  private final ViewReader<DeviceView> reader;
  private final Projector projector;

  public SilenceToDo(ViewReader<DeviceView> reader, Projector projector) {
    this.reader = reader;
    this.projector = projector;
  }

  @Override
  public List<EnrollmentId> since(Instant moment, int limit) {
    return reader
        .find(
            Query.atMost("silence", moment.toEpochMilli()).orderBy(false, "silence").page(limit, 0))
        .stream()
        .map(view -> EnrollmentId.of(new StreamId(view.life().stream())))
        .toList();
  }

  @Override
  public boolean caughtUp() {
    return projector.caughtUp(DeviceFold.NAME);
  }
}
