// SPDX-License-Identifier: Apache-2.0
package daybook.projections.projector;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.projections.Digest;
import daybook.projections.Projection;
import daybook.projections.device.DeviceFold;
import daybook.projections.house.FakeVault;
import daybook.projections.house.MemoryLog;
import daybook.projections.house.Story;
import daybook.projections.inventory.InventoryFold;
import daybook.projections.opening.Opener;
import daybook.projections.store.Batch;
import daybook.projections.store.Column;
import daybook.projections.store.StoreFailure;
import daybook.projections.store.ViewStore;
import daybook.projections.store.ViewStores;
import daybook.projections.store.sqlite.SqliteViewStores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that fails for a while: nothing is lost, nothing is told too early. */
class FailingStoreTest {
  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();
  private final AtomicInteger failures = new AtomicInteger();

  @Test
  void whatCouldNotBeWrittenIsWrittenLater() {
    Opener opener = new Opener(new FakeVault());
    ViewStores stores = new Failing(new SqliteViewStores(folder));
    Projection devices = new DocumentProjection<>(new DeviceFold(), stores, log, opener);
    try (LogProjector projector = new LogProjector(log, opener, stores, List.of(devices))) {
      projector.start();
      failures.set(2);
      new Story(log, 1).enrolls();
      Awaitility.await().until(() -> failures.get() < 2);
      assertThat(projector.position("device")).as("not told before it is written").isZero();
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> projector.position("device") == log.head());
      String live = projector.digest("device");
      projector.rebuild("device", progress -> {});
      assertThat(projector.digest("device")).isEqualTo(live).isNotEqualTo(new Digest().hex());
    }
  }

  @Test
  void oneViewThatFailsKeepsNoOtherBack() {
    Opener opener = new Opener(new FakeVault());
    ViewStores stores = new SqliteViewStores(folder);
    List<Projection> views =
        List.of(
            new DocumentProjection<>(new DeviceFold(), new Failing(stores), log, opener),
            new DocumentProjection<>(new InventoryFold(), stores, log, opener));
    try (LogProjector projector = new LogProjector(log, opener, stores, views)) {
      projector.start();
      failures.set(1_000);
      new Story(log, 1).enrolls();
      Awaitility.await().until(() -> failures.get() < 1_000);
      new Story(log, 2).enrolls();
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> projector.position("inventory") == log.head());
      assertThat(failures.get()).as("the other view still fails").isPositive();
      assertThat(projector.position("device")).isZero();
      failures.set(0);
    }
  }

  /** Stores whose writes fail as often as asked. */
  private final class Failing implements ViewStores {
    private final ViewStores stores;

    Failing(ViewStores stores) {
      this.stores = stores;
    }

    @Override
    public ViewStore open(String generation, List<Column> columns) {
      ViewStore store = stores.open(generation, columns);
      return (ViewStore)
          Proxy.newProxyInstance(
              ViewStore.class.getClassLoader(),
              new Class<?>[] {ViewStore.class},
              (proxy, method, arguments) -> {
                boolean writes =
                    method.getName().equals("write") && !((Batch) arguments[0]).put().isEmpty();
                if (writes && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                  throw new StoreFailure("the disk is full", null);
                }
                try {
                  return method.invoke(store, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    @Override
    public List<String> generations(String view) {
      return stores.generations(view);
    }

    @Override
    public boolean hasColumns(String generation, List<Column> columns) {
      return stores.hasColumns(generation, columns);
    }

    @Override
    public void delete(String generation) {
      stores.delete(generation);
    }
  }
}
