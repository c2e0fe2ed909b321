// SPDX-License-Identifier: Apache-2.0
package daybook.projections.projector;

import daybook.domain.Catchup;
import daybook.projections.Projector;
import daybook.projections.ViewStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Waits for the views of a feature; for a feature without views of its own, for all. */
public final class ViewCatchup implements Catchup {
  private static final Map<String, List<String>> VIEWS =
      Map.of(
          "enrollment", List.of("device"),
          "device", List.of("device"),
          "escrow", List.of("device"),
          "command", List.of("device", "command", "audit"),
          "push", List.of("device", "push"),
          "inventory", List.of("inventory"),
          "quarantine", List.of("queue", "audit"),
          "stray", List.of("stray", "audit"),
          "access", List.of("account", "token"),
          "audit", List.of("audit"));

  private final Projector projector;
  private final Object moved = new Object();

  public ViewCatchup(Projector projector) {
    this.projector = projector;
    projector.onMove(this::wake);
  }

  private void wake() {
    synchronized (moved) {
      moved.notifyAll();
    }
  }

  @Override
  public boolean await(String feature, long index, Duration atMost) {
    List<String> views = VIEWS.containsKey(feature) ? VIEWS.get(feature) : allViews();
    long deadline = System.nanoTime() + atMost.toNanos();
    synchronized (moved) {
      long left = atMost.toNanos();
      while (!passed(views, index) && left > 0) {
        if (!pause(left)) {
          return false;
        }
        left = deadline - System.nanoTime();
      }
    }
    return passed(views, index);
  }

  @Override
  public void expect(long index) {
    projector.expect(index);
  }

  /** Returns false when the thread was interrupted. */
  private boolean pause(long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedWait(moved, nanos);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean passed(List<String> views, long index) {
    return views.stream().allMatch(view -> projector.position(view) >= index);
  }

  private List<String> allViews() {
    return projector.views().stream().map(ViewStatus::name).toList();
  }
}
