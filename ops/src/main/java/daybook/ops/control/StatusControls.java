// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.domain.Log;
import daybook.projections.Projector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** How the server stands, and the operator's word on its clock. */
final class StatusControls {
  private final Log log;
  private final Projector projector;
  private final Supplier<Optional<String>> distrust;
  private final Runnable confirm;

  /**
   * @param distrust why the clock is not trusted; empty while it is
   * @param confirm says that the clock is right as it is
   */
  StatusControls(
      Log log, Projector projector, Supplier<Optional<String>> distrust, Runnable confirm) {
    this.log = log;
    this.projector = projector;
    this.distrust = distrust;
    this.confirm = confirm;
  }

  Map<String, Control> all() {
    return Map.of("status", (asked, progress) -> status(), "clock/confirm", this::confirmClock);
  }

  private Map<String, Object> status() {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("events", log.head());
    status.put("clock", distrust.get().orElse("trusted"));
    status.put("views", projector.views());
    return status;
  }

  private Object confirmClock(JsonNode asked, Consumer<Object> progress) {
    confirm.run();
    return Map.of("clock", distrust.get().orElse("trusted"));
  }
}
