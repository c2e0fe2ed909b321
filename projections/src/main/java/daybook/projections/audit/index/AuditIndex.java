// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.index;

import daybook.domain.StreamId;
import daybook.projections.Generation;
import daybook.projections.Projection;
import daybook.projections.Serving;
import daybook.projections.store.ViewStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Which event is about which device: built by the projector, read by the audit log. */
public final class AuditIndex implements Projection {
  public static final String NAME = "audit";
  private static final int VERSION = 1;

  private final Function<String, Path> files;
  private final Serving<AuditTable> serving = new Serving<>();

  /**
   * @param files the file of a generation, in the folder that {@link ViewStores} lists
   */
  public AuditIndex(Function<String, Path> files) {
    this.files = files;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public Generation open(String generation) {
    return new AuditGeneration(generation, AuditTable.open(files.apply(generation)));
  }

  @Override
  public boolean canServe(String generation) {
    return false;
  }

  @Override
  public void serve(Generation generation) {
    serving.serve(((AuditGeneration) generation).table());
  }

  /**
   * Up to {@code limit} rows below an index, the newest first.
   *
   * @param type a stored name, or null for all
   */
  public List<AuditRow> page(String type, long before, int limit) {
    return serving.read(table -> table.page(type, before, limit));
  }

  /** As {@link #page}, of the events about certain devices alone. */
  public List<AuditRow> page(List<StreamId> devices, String type, long before, int limit) {
    List<AuditRow> rows = new ArrayList<>();
    for (StreamId device : devices) {
      rows.addAll(serving.read(table -> table.page(device, type, before, limit)));
    }
    rows.sort(Comparator.comparingLong(AuditRow::index).reversed());
    return rows.subList(0, Math.min(limit, rows.size()));
  }

  /** Up to {@code limit} rows about a device above an index, the oldest first. */
  public List<AuditRow> newer(StreamId device, long after, int limit) {
    return serving.read(table -> table.newer(device, after, limit));
  }
}
