// SPDX-License-Identifier: Apache-2.0
package daybook.projections.stray;

import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.restore.Strays;
import daybook.projections.ViewReader;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import daybook.projections.store.Query;
import java.util.List;

/** The view {@code stray} as operators ask it. */
public final class StrayList implements Strays {
  private final ViewReader<StrayView> reader;
  private final DeviceViews devices;

  public StrayList(ViewReader<StrayView> reader, DeviceViews devices) {
    this.reader = reader;
    this.devices = devices;
  }

  @Override
  public List<Stray> all() {
    return reader.find(Query.all().orderBy(true, StrayFold.LAST_SEEN)).stream()
        .map(this::stray)
        .toList();
  }

  private Stray stray(StrayView view) {
    EnrollmentId enrollment = new EnrollmentId(view.enrollment());
    return new Stray(
        view.certificate(),
        view.subject(),
        view.issuer(),
        view.notBefore(),
        view.notAfter(),
        enrollment,
        devices.byStream(enrollment.stream()).map(DeviceView::id).orElse(0L),
        view.enrollments().size() - 1,
        view.firstSeenAt(),
        view.lastSeenAt(),
        view.times(),
        view.adoptedAt());
  }
}
