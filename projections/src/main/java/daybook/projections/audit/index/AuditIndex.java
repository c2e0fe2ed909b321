// SPDX-License-Identifier: Apache-2.0
package daybook.projections.audit.index;

import daybook.projections.Generation;
import daybook.projections.Projection;
import daybook.projections.Serving;
import daybook.projections.store.ViewStores;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Which event is about which device: built by the projector, read by the audit log. */
public final class AuditIndex implements Projection {
  public static final String NAME = "audit";
  private static final int VERSION = 2;

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

  /** Up to {@code limit} rows below an index, the newest first. */
  public List<AuditRow> page(Wanted wanted, long before, int limit) {
    return serving.read(table -> table.page(wanted, before, limit));
  }

  /** Up to {@code limit} rows above an index, the oldest first. */
  public List<AuditRow> newer(Wanted wanted, long after, int limit) {
    return serving.read(table -> table.newer(wanted, after, limit));
  }
}
