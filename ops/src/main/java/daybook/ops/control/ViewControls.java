// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.projections.ParkedKey;
import daybook.projections.Projector;
import daybook.projections.ViewStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The views: how they stand, building them again, and what is parked in them. */
final class ViewControls {
  private final Projector projector;

  ViewControls(Projector projector) {
    this.projector = projector;
  }

  Map<String, Control> all() {
    return Map.of(
        "views", (asked, progress) -> projector.views(),
        "rebuild", this::rebuild,
        "digests", (asked, progress) -> digests(names(asked)),
        "parked", (asked, progress) -> parked(names(asked)),
        "parked/retry", (asked, progress) -> retry(names(asked)));
  }

  private Object rebuild(JsonNode asked, Consumer<Object> progress) {
    List<String> names = names(asked);
    for (String name : names) {
      try {
        projector.rebuild(name, progress::accept);
      } catch (IllegalStateException building) {
        throw new ControlRefused(building.getMessage());
      }
    }
    return digests(names);
  }

  private List<Digest> digests(List<String> names) {
    return names.stream()
        .map(name -> new Digest(name, projector.position(name), projector.digest(name)))
        .toList();
  }

  private List<Parked> parked(List<String> names) {
    List<Parked> parked = new ArrayList<>();
    for (String name : names) {
      for (ParkedKey key : projector.parked(name)) {
        parked.add(new Parked(name, key.key(), key.index(), key.error()));
      }
    }
    return parked;
  }

  private Map<String, Integer> retry(List<String> names) {
    Map<String, Integer> left = new LinkedHashMap<>();
    names.forEach(name -> left.put(name, projector.retryParked(name)));
    return left;
  }

  private List<String> names(JsonNode asked) {
    List<String> known = projector.views().stream().map(ViewStatus::name).toList();
    Optional<String> wanted = new Asked(asked).text("view");
    if (wanted.isPresent() && !known.contains(wanted.get())) {
      throw new ControlRefused(
          "no view is called " + wanted.get() + "; there are " + String.join(", ", known));
    }
    return wanted.map(List::of).orElse(known);
  }

  /** What a view holds, as one hash; equal for a live view and a rebuilt one. */
  record Digest(String view, long position, String sha256) {}

  /** A document that waits behind an event that couldn't be folded. */
  record Parked(String view, String key, long index, String error) {}
}
