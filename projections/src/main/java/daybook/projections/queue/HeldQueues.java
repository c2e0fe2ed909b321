// SPDX-License-Identifier: Apache-2.0
package daybook.projections.queue;

import daybook.domain.command.Queries;
import daybook.domain.enrollment.EnrollmentId;
import daybook.domain.restore.HeldCommands;
import daybook.projections.ViewReader;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import daybook.projections.store.Query;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The view {@code queue} as the quarantine asks it. */
public final class HeldQueues implements HeldCommands {
  private final ViewReader<QueueView> reader;
  private final DeviceViews devices;

  public HeldQueues(ViewReader<QueueView> reader, DeviceViews devices) {
    this.reader = reader;
    this.devices = devices;
  }

  @Override
  public List<HeldCommand> before(Instant moment) {
    return reader.find(Query.atMost("oldest", moment.toEpochMilli())).stream()
        .flatMap(queue -> held(queue, moment))
        .sorted(Comparator.comparing(HeldCommand::queuedAt).thenComparing(HeldCommand::command))
        .toList();
  }

  private Stream<HeldCommand> held(QueueView queue, Instant moment) {
    EnrollmentId enrollment = new EnrollmentId(queue.enrollment());
    long number = devices.byStream(enrollment.stream()).map(DeviceView::id).orElse(0L);
    return queue.commands().stream()
        .filter(it -> it.queuedAt().isBefore(moment))
        .filter(it -> !Queries.isQuery(it.requestType()))
        .map(
            it ->
                new HeldCommand(
                    enrollment,
                    number,
                    it.channel(),
                    it.command(),
                    it.name(),
                    it.requestType(),
                    it.queuedAt()));
  }
}
