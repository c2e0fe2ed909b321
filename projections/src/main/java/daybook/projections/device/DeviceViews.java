// SPDX-License-Identifier: Apache-2.0
package daybook.projections.device;

import daybook.domain.StreamId;
import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.enrollment.IdentityMode;
import daybook.projections.ViewReader;
import daybook.projections.store.Query;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads devices. */
public final class DeviceViews {
  private static final int CHUNK = 200;

  private final ViewReader<DeviceView> reader;

  public DeviceViews(ViewReader<DeviceView> reader) {
    this.reader = reader;
  }

  /** A device by the number of the API. */
  public Optional<DeviceView> byNumber(long number) {
    return reader.find(Query.equal("number", number).page(1, 0)).stream().findFirst();
  }

  /** A device by its stream, {@code enrollment:<id>}. */
  public Optional<DeviceView> byStream(StreamId stream) {
    return reader.get(stream.value());
  }

  /** Devices by UDID or EnrollmentID in either case, the newest first. */
  public List<DeviceView> byUdid(String udid) {
    return reader.find(
        Query.equal("udid_upper", DeviceIndexes.upper(udid)).orderBy(true, "created_at", "number"));
  }

  /** Up to {@code limit} devices from the {@code offset}th on. */
  public List<DeviceView> page(DeviceQuery query, int limit, long offset) {
    return reader.find(query.query().page(limit, offset));
  }

  public long count(DeviceQuery query) {
    return reader.count(query.query());
  }

  /** How many enrolled devices prove their identity in this way. */
  public long countEnrolled(IdentityMode mode) {
    return reader.count(
        Query.equal("state", State.ENROLLED.name())
            .and("identity_mode", Query.Comparison.EQUAL, mode.name()));
  }

  /** How many devices are enrolling or enrolled with a push topic. */
  public long countOfTopic(String topic) {
    return present(topic).mapToLong(reader::count).sum();
  }

  /** Up to {@code limit} of them. */
  public List<DeviceView> ofTopic(String topic, int limit) {
    return present(topic)
        .flatMap(query -> reader.find(query.orderBy(false, "number").page(limit, 0)).stream())
        .limit(limit)
        .toList();
  }

  private static Stream<Query> present(String topic) {
    return Stream.of(State.ENROLLED, State.STARTED)
        .map(
            state ->
                Query.equal("topic", topic).and("state", Query.Comparison.EQUAL, state.name()));
  }

  /** Calls {@code each} for all devices, reading a few at a time: memory stays flat. */
  public void each(DeviceQuery query, Consumer<DeviceView> each) {
    Query chunk = query.query().page(CHUNK, 0);
    List<DeviceView> devices = reader.find(chunk);
    while (!devices.isEmpty()) {
      devices.forEach(each);
      if (devices.size() < CHUNK) {
        return;
      }
      DeviceView last = devices.get(devices.size() - 1);
      var values = DeviceIndexes.of(last);
      chunk = chunk.after(List.of(values.get(query.order().column()), last.id()));
      devices = reader.find(chunk);
    }
  }
}
