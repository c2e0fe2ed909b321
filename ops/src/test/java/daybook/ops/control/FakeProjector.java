// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.projections.ParkedKey;
import daybook.projections.Projector;
import daybook.projections.ViewStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Two views, one of them with a parked document. */
public final class FakeProjector implements Projector {
  private final Map<String, List<ParkedKey>> parked = new TreeMap<>();
  public final List<String> rebuilt = new ArrayList<>();

  public FakeProjector() {
    parked.put("audit", List.of());
    parked.put(
        "device", List.of(new ParkedKey("enrollment:A", 7, "IllegalStateException in Seen")));
  }

  @Override
  public List<ViewStatus> views() {
    return parked.keySet().stream()
        .map(view -> new ViewStatus(view, view + "-v1", 9, 9, parked.get(view).size(), false))
        .toList();
  }

  @Override
  public void rebuild(String view, Consumer<Progress> progress) {
    if (rebuilt.contains(view)) {
      throw new IllegalStateException("the view " + view + " is being built already");
    }
    progress.accept(new Progress(view, 4, 9));
    progress.accept(new Progress(view, 9, 9));
    rebuilt.add(view);
  }

  @Override
  public List<ParkedKey> parked(String view) {
    return parked.get(view);
  }

  @Override
  public int retryParked(String view) {
    return parked.get(view).size();
  }

  @Override
  public String digest(String view) {
    return "digest of " + view;
  }

  @Override
  public boolean caughtUp(String view) {
    return true;
  }

  @Override
  public void expect(long index) {}

  @Override
  public long position(String view) {
    return 9;
  }

  @Override
  public AutoCloseable onMove(Runnable wake) {
    return () -> {};
  }
}
