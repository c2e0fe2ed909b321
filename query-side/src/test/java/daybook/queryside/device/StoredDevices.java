// SPDX-License-Identifier: Apache-2.0
package daybook.queryside.device;

import daybook.domain.enrollment.EnrollmentSummary.State;
import daybook.domain.group.DeviceGroups;
import daybook.projections.ViewReader;
import daybook.projections.device.DeviceFold;
import daybook.projections.device.DeviceLifeView;
import daybook.projections.device.DeviceUserView;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import daybook.projections.store.Batch;
import daybook.projections.store.DocumentJson;
import daybook.projections.store.Query;
import daybook.projections.store.ViewStore;
import daybook.projections.store.sqlite.SqliteViewStores;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Devices in a real store, without a log. */
final class StoredDevices implements ViewReader<DeviceView>, AutoCloseable {
  private static final int BATCH = 1_000;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final DeviceFold fold = new DeviceFold();
  private final DocumentJson<DeviceView> json = new DocumentJson<>(DeviceView.class);
  private final ViewStore store;

  StoredDevices(Path folder) {
    store = new SqliteViewStores(folder).open("device-v1", fold.columns());
    store.complete();
  }

  DeviceViews views() {
    return new DeviceViews(this);
  }

  /** A device with this number; the higher, the later it came. */
  StoredDevices with(long number, Instant lastSeenAt, String... users) {
    Batch.Document document = document(device(number, lastSeenAt, users));
    store.write(new Batch(List.of(document), List.of(), Map.of(), List.of(), number));
    return this;
  }

  /** A device with this number that is in groups. */
  StoredDevices in(long number, DeviceGroups groups) {
    DeviceView device = device(number, null, groups);
    store.write(new Batch(List.of(document(device)), List.of(), Map.of(), List.of(), number));
    return this;
  }

  /** Devices with the numbers from 1 on, in few transactions. */
  StoredDevices fill(int count) {
    for (int first = 1; first <= count; first += BATCH) {
      List<Batch.Document> documents =
          LongStream.rangeClosed(first, Math.min(count, first + BATCH - 1))
              .mapToObj(number -> document(device(number, START)))
              .toList();
      store.write(new Batch(documents, List.of(), Map.of(), List.of(), first));
    }
    return this;
  }

  private Batch.Document document(DeviceView device) {
    return new Batch.Document(device.life().stream(), json.write(device), fold.indexes(device));
  }

  static DeviceView device(long number, Instant lastSeenAt, String... users) {
    return device(number, lastSeenAt, DeviceGroups.NONE, users);
  }

  private static DeviceView device(
      long number, Instant lastSeenAt, DeviceGroups groups, String... users) {
    String udid = "00000000-0000-4000-8000-%012d".formatted(number);
    return new DeviceView(
        number,
        List.of(users).stream().map(StoredDevices::user).toList(),
        null,
        udid,
        "SN" + number,
        "Jane’s Mac 🍏",
        "Mac14,2",
        "macOS",
        "15.5 (a)",
        "24F75",
        true,
        Instant.parse("2028-06-01T12:00:00Z"),
        null,
        null,
        null,
        null,
        false,
        false,
        false,
        null,
        true,
        true,
        null,
        false,
        false,
        null,
        null,
        false,
        null,
        "192.0.2.7",
        lastSeenAt,
        null,
        null,
        null,
        START.plusMillis(number),
        START.plusSeconds(number),
        life(udid, groups));
  }

  private static DeviceLifeView life(String udid, DeviceGroups groups) {
    return new DeviceLifeView(
        "enrollment:" + udid,
        groups,
        State.ENROLLED,
        "manual",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static DeviceUserView user(String shortName) {
    return new DeviceUserView(
        1, "user-id", null, null, shortName, false, null, null, START, START, "user-1");
  }

  @Override
  public Optional<DeviceView> get(String key) {
    return store.get(key).map(json::read);
  }

  @Override
  public List<DeviceView> find(Query query) {
    return store.find(query).stream().map(json::read).toList();
  }

  @Override
  public long count(Query query) {
    return store.count(query);
  }

  @Override
  public void close() {
    store.close();
  }
}
