// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit;

import daybook.domain.Log;
import daybook.domain.OpenedEvent;
import daybook.projections.Projector;
import daybook.projections.access.AccountViews;
import daybook.projections.audit.index.AuditIndex;
import daybook.projections.audit.index.AuditRow;
import daybook.projections.device.DeviceViews;
import daybook.projections.opening.Opener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds entries by the index, and renders each from its event. */
public final class IndexedAuditLog implements AuditLog {
  private final AuditIndex index;
  private final Log log;
  private final Opener opener;
  private final DeviceViews devices;
  private final AccountViews accounts;
  private final Wishes wishes;
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
    this.wishes = new Wishes(devices, accounts);
    this.projector = projector;
  }

  @Override
  public List<AuditEntry> page(AuditFilter filter, long before, int limit) {
    return entries(index.page(wishes.of(filter), before, limit));
  }

  @Override
  public List<AuditEntry> newer(AuditFilter filter, long after, int limit) {
    return entries(index.newer(wishes.of(filter), after, limit));
  }

  @Override
  public Map<String, String> details(long at) {
    return opened(at).map(EventDetails::of).orElse(Map.of());
  }

  @Override
  public AutoCloseable onEntries(Runnable wake) {
    return projector.onMove(wake);
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
