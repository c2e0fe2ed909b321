// SPDX-License-Identifier: Apache-2.0
package daybook.ops.bench;

import daybook.domain.Log;
import daybook.domain.Vault;
import daybook.projections.Projection;
import daybook.projections.ViewStatus;
import daybook.projections.audit.index.AuditIndex;
import daybook.projections.device.DeviceFold;
import daybook.projections.opening.Opener;
import daybook.projections.projector.DocumentProjection;
import daybook.projections.projector.LogProjector;
import daybook.projections.store.sqlite.SqliteViewStores;
import java.nio.file.Path;
import java.util.List;

/** A projector with the two views that are measured, in a folder of its own. */
final class BenchViews {
  static final String DEVICE = DeviceFold.NAME;
  static final String AUDIT = AuditIndex.NAME;

  private BenchViews() {}

  static LogProjector open(Log log, Vault vault, Path folder) {
    SqliteViewStores stores = new SqliteViewStores(folder);
    Opener opener = new Opener(vault);
    List<Projection> projections =
        List.of(
            new DocumentProjection<>(new DeviceFold(), stores, log, opener),
            new AuditIndex(generation -> folder.resolve(generation + ".db")));
    return new LogProjector(log, opener, stores, projections);
  }

  /** Starts it, and waits until its views are built. */
  static void build(LogProjector projector) throws InterruptedException {
    projector.start();
    while (projector.views().stream().anyMatch(ViewStatus::building)) {
      Thread.sleep(20);
    }
  }
}
