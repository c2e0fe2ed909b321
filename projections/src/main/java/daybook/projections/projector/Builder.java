// SPDX-License-Identifier: Apache-2.0
package daybook.projections.projector;

import daybook.domain.Log;
import daybook.projections.Generation;
import daybook.projections.Projector.Progress;
import daybook.projections.store.ViewStores;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Builds generations in bulk, and switches to them. */
final class Builder {
  private final Log log;
  private final Feeder feeder;
  private final ViewStores stores;
  private final Lock live;
  private final BooleanSupplier stopped;

  /**
   * @param live held by whoever feeds the generations that serve
   */
  Builder(Log log, Feeder feeder, ViewStores stores, Lock live, BooleanSupplier stopped) {
    this.log = log;
    this.feeder = feeder;
    this.stores = stores;
    this.live = live;
    this.stopped = stopped;
  }

  /** Builds what a slot has begun to build. Returns early, and not switched, at a stop. */
  void build(ViewSlot slot, Consumer<Progress> progress) {
    Generation generation = slot.building();
    generation.bulk(true);
    while (!stopped.getAsBoolean() && feeder.feedBulk(generation) > 0) {
      progress.accept(new Progress(slot.name(), generation.taken(), log.head()));
    }
    if (!stopped.getAsBoolean()) {
      generation.bulk(false);
      generation.complete();
      switchTo(slot, generation);
      progress.accept(new Progress(slot.name(), generation.position(), log.head()));
    }
  }

  private void switchTo(ViewSlot slot, Generation generation) {
    live.lock();
    try {
      while (feeder.feedBulk(generation) > 0) {
        generation.flush();
      }
      Generation former = slot.serving();
      slot.serve(generation, false);
      slot.build(null);
      if (former != generation) {
        former.close();
        stores.delete(former.name());
      }
    } finally {
      live.unlock();
    }
  }
}
