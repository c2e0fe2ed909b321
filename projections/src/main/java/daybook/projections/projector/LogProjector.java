// SPDX-License-Identifier: Apache-2.0
package daybook.projections.projector;

import daybook.domain.Log;
import daybook.projections.Generation;
import daybook.projections.ParkedKey;
import daybook.projections.Projection;
import daybook.projections.Projector;
import daybook.projections.ViewStatus;
import daybook.projections.opening.Opener;
import daybook.projections.store.ViewStores;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps views up to date: one thread feeds those that serve, woken after each group of events; and
 * another builds what is new at start.
 */
public final class LogProjector implements Projector, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogProjector.class);

  private final Log log;
  private final ViewStores stores;
  private final Map<String, ViewSlot> slots = new TreeMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock live = new ReentrantLock();
  private final Feeder feeder;
  private final Builder builder;
  private final Pulse pulse;
  private final AtomicLong expected;
  private Thread building;

  /** Opens the views: they can be read now, and move from {@link #start} on. */
  public LogProjector(
      Log log, Opener opener, ViewStores stores, List<? extends Projection> projections) {
    this.log = log;
    this.stores = stores;
    this.expected = new AtomicLong(log.head());
    this.feeder = new Feeder(log, opener);
    this.pulse = new Pulse("projector", this::round);
    this.builder = new Builder(log, feeder, stores, live, pulse::isStopped);
    Opening opening = new Opening(stores, expected.get());
    projections.forEach(p -> slots.put(p.name(), opening.open(p)));
  }

  /** Begins to follow the log. */
  public void start() {
    pulse.start(log::onAppend);
    building = new Thread(this::buildWhatIsNew, "projector-build");
    building.setDaemon(true);
    building.start();
  }

  /** Feeds one batch to all that serve; returns whether there is more to feed. */
  private boolean round() {
    int read = 1; // some may have moved when one of them fails
    live.lock();
    try {
      read =
          feeder.feed(
              slots.values().stream().filter(ViewSlot::isLive).map(ViewSlot::serving).toList());
    } finally {
      live.unlock();
      if (read > 0) {
        listeners.forEach(Runnable::run);
      }
    }
    return read >= Feeder.BATCH;
  }

  private void buildWhatIsNew() {
    for (ViewSlot slot : slots.values()) {
      if (slot.building() != null && !pulse.isStopped()) {
        buildAtStart(slot);
      }
    }
  }

  private void buildAtStart(ViewSlot slot) {
    LOG.info("Building view {}", slot.building().name());
    try {
      builder.build(slot, progress -> {});
    } catch (RuntimeException e) {
      LOG.error("View {} can't be built; the next start tries again", slot.building().name(), e);
    }
    listeners.forEach(Runnable::run);
    pulse.wake();
  }

  @Override
  public List<ViewStatus> views() {
    return slots.values().stream().map(this::status).toList();
  }

  private ViewStatus status(ViewSlot slot) {
    return locked(
        slot.name(),
        serving ->
            new ViewStatus(
                slot.name(),
                serving.name(),
                serving.position(),
                log.head(),
                serving.parked().size(),
                slot.building() != null));
  }

  @Override
  public void rebuild(String view, Consumer<Progress> progress) {
    ViewSlot slot = slot(view);
    live.lock();
    try {
      if (slot.building() != null) {
        throw new IllegalStateException("the view " + view + " is being built already");
      }
      String next = GenerationName.of(slot.serving().name()).next().toString();
      slot.build(slot.projection().open(next));
    } finally {
      live.unlock();
    }
    buildOrDiscard(slot, progress);
    listeners.forEach(Runnable::run);
    pulse.wake();
  }

  private void buildOrDiscard(ViewSlot slot, Consumer<Progress> progress) {
    Generation begun = slot.building();
    boolean built = false;
    try {
      builder.build(slot, progress);
      built = true;
    } finally {
      if (!built) {
        slot.build(null);
        begun.close();
        stores.delete(begun.name());
      }
    }
  }

  @Override
  public List<ParkedKey> parked(String view) {
    return locked(view, Generation::parked);
  }

  @Override
  public int retryParked(String view) {
    return locked(view, built(view, Generation::retryParked));
  }

  @Override
  public String digest(String view) {
    return locked(view, built(view, Generation::digest));
  }

  /** Work for a generation that no builder is at. */
  private <R> Function<Generation, R> built(String view, Function<Generation, R> work) {
    return serving -> {
      if (slot(view).building() == serving) {
        throw new IllegalStateException("the view " + view + " is being built");
      }
      return work.apply(serving);
    };
  }

  private <R> R locked(String view, Function<Generation, R> work) {
    live.lock();
    try {
      return work.apply(slot(view).serving());
    } finally {
      live.unlock();
    }
  }

  @Override
  public boolean caughtUp(String view) {
    ViewSlot slot = slot(view);
    return slot.isLive() && slot.serving().position() >= expected.get();
  }

  @Override
  public void expect(long index) {
    expected.accumulateAndGet(index, Math::max);
  }

  @Override
  public long position(String view) {
    return slot(view).serving().position();
  }

  @Override
  public AutoCloseable onMove(Runnable wake) {
    listeners.add(wake);
    return () -> listeners.remove(wake);
  }

  private ViewSlot slot(String view) {
    ViewSlot slot = slots.get(view);
    if (slot == null) {
      throw new IllegalArgumentException("no view is called " + view);
    }
    return slot;
  }

  /** Stops following, and writes and closes all views. */
  @Override
  public void close() {
    pulse.close();
    if (building != null) {
      Pulse.join(building);
    }
    live.lock();
    try {
      for (ViewSlot slot : slots.values()) {
        if (slot.building() != null && slot.building() != slot.serving()) {
          slot.building().close();
        }
        slot.serving().close();
      }
    } finally {
      live.unlock();
    }
  }
}
