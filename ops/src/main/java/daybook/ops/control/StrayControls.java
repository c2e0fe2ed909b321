// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.domain.Origin;
import daybook.domain.restore.StrayDesk;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Devices with a certificate of ours that the log doesn't know. */
final class StrayControls {
  private final StrayDesk strays;
  private final Supplier<Origin> origins;

  StrayControls(StrayDesk strays, Supplier<Origin> origins) {
    this.strays = strays;
    this.origins = origins;
  }

  Map<String, Control> all() {
    return Map.of("strays", (asked, progress) -> strays.all(), "strays/adopt", this::adopt);
  }

  private Object adopt(JsonNode json, Consumer<Object> progress) {
    String certificate = new Asked(json).required("certificate");
    ControlRefused.reply(strays.adopt(certificate, origins.get()));
    return Map.of("adopted", certificate);
  }
}
