// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit;

import daybook.domain.Log;
import daybook.domain.OpenedEvent;
import daybook.domain.StreamId;
import daybook.projections.Projector;
import daybook.projections.access.AccountViews;
import daybook.projections.audit.index.AuditIndex;
import daybook.projections.audit.index.AuditRow;
import daybook.projections.device.DeviceQuery;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import daybook.projections.opening.Opener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds entries by the index, and renders each from its event. */
public final class IndexedAuditLog implements AuditLog {
  private static final int MOST_DEVICES = 500;

  private final AuditIndex index;
  private final Log log;
  private final Opener opener;
  private final DeviceViews devices;
  private final AccountViews accounts;
  private final Projector projector;

  public IndexedAuditLog(
      AuditIndex index,
      Log log,
      Opener opener,
      DeviceViews devices,
      AccountViews accounts,
      Projector projector) {
    this.index = index;
    this.log = log;
    this.opener = opener;
    this.devices = devices;
    this.accounts = accounts;
    this.projector = projector;
  }

  @Override
  public List<AuditEntry> page(AuditFilter filter, long before, int limit) {
    List<AuditRow> rows =
        filter.byDevice()
            ? index.page(streams(filter), filter.type(), before, limit)
            : index.page(filter.type(), before, limit);
    return entries(rows);
  }

  @Override
  public List<AuditEntry> newer(StreamId device, long after, int limit) {
    return entries(index.newer(device, after, limit));
  }

  @Override
  public Map<String, String> details(long at) {
    return opened(at).map(EventDetails::of).orElse(Map.of());
  }

  @Override
  public AutoCloseable onEntries(Runnable wake) {
    return projector.onMove(wake);
  }

  /** The streams of the devices that a filter names. */
  private List<StreamId> streams(AuditFilter filter) {
    List<StreamId> streams = new ArrayList<>();
    if (filter.device() != null) {
      streams.add(filter.device());
    } else {
      List<DeviceView> found =
          filter.udid() != null
              ? devices.byUdid(filter.udid())
              : devices.page(
                  DeviceQuery.all().serialNumber(filter.serialNumber()), MOST_DEVICES, 0);
      for (DeviceView device : found) {
        if (filter.serialNumber() == null || filter.serialNumber().equals(device.serialNumber())) {
          streams.add(new StreamId(device.life().stream()));
        }
      }
    }
    return streams;
  }

  private List<AuditEntry> entries(List<AuditRow> rows) {
    EntryWriter writer = new EntryWriter(devices, accounts);
    List<AuditEntry> entries = new ArrayList<>();
    for (AuditRow row : rows) {
      opened(row.index()).ifPresent(event -> entries.add(writer.entry(event, row.device())));
    }
    return entries;
  }

  private Optional<OpenedEvent> opened(long at) {
    return log.at(at).map(opener::open);
  }
}
