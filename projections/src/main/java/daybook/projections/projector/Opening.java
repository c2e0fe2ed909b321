// SPDX-License-Identifier: Apache-2.0
package daybook.projections.projector;

import daybook.projections.Generation;
import daybook.projections.Projection;
import daybook.projections.store.ViewStores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses, at start, what serves and what must be built. A complete generation of the present
 * version serves. Without one, a former version serves while the present one is built beside it;
 * and without that, the present one serves what it has.
 */
final class Opening {
  /** A first build of a log up to this size is left to the live loop. */
  private static final long SMALL = 2_000;

  private final ViewStores stores;
  private final long head;

  Opening(ViewStores stores, long head) {
    this.stores = stores;
    this.head = head;
  }

  ViewSlot open(Projection projection) {
    ViewSlot slot = new ViewSlot(projection);
    List<Generation> present = new ArrayList<>();
    List<Generation> former = new ArrayList<>();
    for (GenerationName name : found(projection)) {
      boolean isPresent = name.version() == projection.version();
      if (isPresent || projection.canServe(name.toString())) {
        (isPresent ? present : former).add(projection.open(name.toString()));
      } else {
        stores.delete(name.toString());
      }
    }
    choose(slot, present, former);
    for (Generation generation : present) {
      dropUnused(slot, generation);
    }
    for (Generation generation : former) {
      dropUnused(slot, generation);
    }
    return slot;
  }

  private void choose(ViewSlot slot, List<Generation> present, List<Generation> former) {
    var complete = present.stream().filter(Generation::isComplete).findFirst();
    if (complete.isPresent()) {
      slot.serve(complete.get(), false);
      return;
    }
    Generation begun = present.isEmpty() ? begin(slot.projection()) : present.get(0);
    var old = former.stream().filter(Generation::isComplete).findFirst();
    if (old.isPresent()) {
      slot.serve(old.get(), true);
      slot.build(begun);
    } else if (head - begun.taken() <= SMALL) {
      begun.complete();
      slot.serve(begun, false);
    } else {
      slot.build(begun);
      slot.serve(begun, false);
    }
  }

  /** The newest version first, and of a version the latest run. */
  private List<GenerationName> found(Projection projection) {
    return stores.generations(projection.name()).stream()
        .map(GenerationName::of)
        .sorted(
            Comparator.comparingInt(GenerationName::version)
                .thenComparingInt(GenerationName::run)
                .reversed())
        .toList();
  }

  private static Generation begin(Projection projection) {
    return projection.open(
        new GenerationName(projection.name(), projection.version(), 0).toString());
  }

  private void dropUnused(ViewSlot slot, Generation generation) {
    if (generation != slot.serving() && generation != slot.building()) {
      generation.close();
      stores.delete(generation.name());
    }
  }
}
