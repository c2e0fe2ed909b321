// SPDX-License-Identifier: Apache-2.0
package daybook.projections.house;

import daybook.projections.Projection;
import daybook.projections.access.AccountFold;
import daybook.projections.access.AccountView;
import daybook.projections.access.AccountViews;
import daybook.projections.access.TokenFold;
import daybook.projections.access.TokenView;
import daybook.projections.audit.AuditLog;
import daybook.projections.audit.IndexedAuditLog;
import daybook.projections.audit.index.AuditIndex;
import daybook.projections.command.CommandFold;
import daybook.projections.command.CommandView;
import daybook.projections.command.CommandViews;
import daybook.projections.device.DeviceFold;
import daybook.projections.device.DeviceView;
import daybook.projections.device.DeviceViews;
import daybook.projections.inventory.InventoryFold;
import daybook.projections.inventory.InventoryToDo;
import daybook.projections.inventory.InventoryView;
import daybook.projections.opening.ErasureFold;
import daybook.projections.opening.ErasureView;
import daybook.projections.opening.Opener;
import daybook.projections.projector.DocumentProjection;
import daybook.projections.projector.LogProjector;
import daybook.projections.push.PushFold;
import daybook.projections.push.PushToDo;
import daybook.projections.push.PushView;
import daybook.projections.renewal.RenewalFold;
import daybook.projections.renewal.RenewalToDo;
import daybook.projections.renewal.RenewalView;
import daybook.projections.revocation.RevocationFold;
import daybook.projections.revocation.RevocationList;
import daybook.projections.revocation.RevocationView;
import daybook.projections.store.Query;
import daybook.projections.store.SplitViewStores;
import daybook.projections.store.ViewStores;
import daybook.projections.store.sqlite.SqliteViewStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** All views over a log in memory, as the wiring makes them. */
public final class TestViews implements AutoCloseable {
  public final MemoryLog log;
  public final LogProjector projector;
  public final DeviceViews devices;
  public final CommandViews commands;
  public final PushToDo pushes;
  public final InventoryToDo inventory;
  public final RenewalToDo renewals;
  public final RevocationList revocations;
  public final AuditLog audit;
  public final DocumentProjection<TokenView> tokens;

  public TestViews(MemoryLog log, FakeVault vault, Path folder) {
    this(log, vault, folder, new DeviceFold());
  }

  public TestViews(
      MemoryLog log,
      FakeVault vault,
      Path folder,
      daybook.projections.Fold<DeviceView> deviceFold) {
    this(log, vault, folder, new SqliteViewStores(folder), deviceFold);
  }

  /** All views but the audit index in {@code documents}. */
  public TestViews(
      MemoryLog log,
      FakeVault vault,
      Path folder,
      ViewStores documents,
      daybook.projections.Fold<DeviceView> deviceFold) {
    this.log = log;
    Opener opener = new Opener(vault);
    SqliteViewStores files = new SqliteViewStores(folder);
    ViewStores stores = new SplitViewStores(AuditIndex.NAME, files, documents);
    var erasure = new DocumentProjection<ErasureView>(new ErasureFold(), stores, log, opener);
    var device = new DocumentProjection<DeviceView>(deviceFold, stores, log, opener);
    var command = new DocumentProjection<CommandView>(new CommandFold(), stores, log, opener);
    var push = new DocumentProjection<PushView>(new PushFold(), stores, log, opener);
    var work = new DocumentProjection<InventoryView>(new InventoryFold(), stores, log, opener);
    var renewal = new DocumentProjection<RenewalView>(new RenewalFold(), stores, log, opener);
    var revocation =
        new DocumentProjection<RevocationView>(new RevocationFold(), stores, log, opener);
    var account = new DocumentProjection<AccountView>(new AccountFold(), stores, log, opener);
    AuditIndex index = new AuditIndex(files::path);
    tokens = new DocumentProjection<>(new TokenFold(), stores, log, opener);
    List<Projection> all =
        List.of(erasure, device, command, push, work, renewal, revocation, account, tokens, index);
    projector = new LogProjector(log, opener, stores, all);
    erasure.find(Query.all()).forEach(opener::remember);
    devices = new DeviceViews(device);
    commands = new CommandViews(command);
    pushes = new PushToDo(push, projector);
    inventory = new InventoryToDo(work, projector);
    renewals = new RenewalToDo(renewal, projector);
    revocations = new RevocationList(revocation);
    audit = new IndexedAuditLog(index, log, opener, devices, new AccountViews(account), projector);
    projector.start();
  }

  /** Waits until all views have taken all that is in the log, and nothing is being built. */
  public TestViews settled() {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(2))
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                projector.views().stream()
                    .allMatch(view -> !view.building() && view.position() == log.head()));
    return this;
  }

  @Override
  public void close() {
    projector.close();
  }
}
