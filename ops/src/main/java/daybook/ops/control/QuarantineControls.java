// SPDX-License-Identifier: Apache-2.0
package daybook.ops.control;

import daybook.domain.Origin;
import daybook.domain.restore.QuarantineDesk;
import daybook.domain.restore.Restore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The quarantine after a restore. */
final class QuarantineControls {
  private final QuarantineDesk quarantine;
  private final Supplier<Origin> origins;

  QuarantineControls(QuarantineDesk quarantine, Supplier<Origin> origins) {
    this.quarantine = quarantine;
    this.origins = origins;
  }

  Map<String, Control> all() {
    return Map.of(
        "quarantine",
        (asked, progress) -> standing(),
        "quarantine/commands",
        (asked, progress) -> quarantine.held(origins.get()),
        "quarantine/lift",
        this::lift,
        "quarantine/begin",
        this::begin);
  }

  private Map<String, Object> standing() {
    Map<String, Object> standing = new LinkedHashMap<>();
    Restore restore = quarantine.restore(origins.get()).orElse(null);
    standing.put(
        "quarantine", restore == null ? "none" : restore.isQuarantined() ? "standing" : "lifted");
    if (restore != null) {
      standing.put("restore_point", restore.restorePoint());
      standing.put("backed_up_at", restore.backedUpAt());
      standing.put("restored_at", restore.restoredAt());
      standing.put("lifted_at", restore.liftedAt());
    }
    standing.put("held_commands", quarantine.held(origins.get()).size());
    return standing;
  }

  private Object lift(JsonNode json, Consumer<Object> progress) {
    Integer count = new Asked(json).number("confirm_count").orElse(null);
    return Map.of("gone_out", ControlRefused.reply(quarantine.lift(count, origins.get())));
  }

  private Object begin(JsonNode json, Consumer<Object> progress) {
    ControlRefused.reply(quarantine.begin(origins.get()));
    return standing();
  }
}
