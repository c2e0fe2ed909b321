// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.restore;

import daybook.commandside.operator.Desk;
import daybook.commandside.operator.Page;
import daybook.commandside.operator.Resource;
import daybook.commandside.operator.json.Field;
import daybook.commandside.operator.json.JsonFields;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.Refusal;
import daybook.domain.access.DescribedFields;
import daybook.domain.access.Requires;
import daybook.domain.restore.HeldCommands.HeldCommand;
import daybook.domain.restore.QuarantineDesk;
import daybook.domain.restore.Restore;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The quarantine after a restore: how it stands, what it holds, and its end. */
@RestController
class QuarantineController {
  private static final String PATH = "/api/mdm/quarantine/";
  private static final Resource QUARANTINE =
      new Resource("quarantine", "Quarantine", "The quarantine is in use");
  private static final Field<Integer> CONFIRM =
      Field.whole("confirm_count", 0, null).label("Confirm count");

  private final Desk desk;
  private final QuarantineDesk quarantine;

  QuarantineController(Desk desk, QuarantineDesk quarantine) {
    this.desk = desk;
    this.quarantine = quarantine;
  }

  /**
   * How it stands.
   *
   * @param state {@code none}, {@code standing} or {@code lifted}
   */
  record Standing(
      String state,
      Long restorePoint,
      Instant backedUpAt,
      Instant restoredAt,
      Instant liftedAt,
      int heldCommands) {}

  /** A command that is held. */
  record Held(
      String uuid,
      long enrolledDevice,
      String channel,
      String name,
      String type,
      Instant createdAt) {
    static Held of(HeldCommand it) {
      return new Held(
          it.command(), it.device(), it.channel(), it.name(), it.requestType(), it.queuedAt());
    }
  }

  @GetMapping(PATH)
  @Requires(value = "mdm.view_quarantine", name = "Quarantine Detail")
  Standing get(HttpServletRequest request) {
    Origin asking = desk.asking(request);
    int held = quarantine.held(asking).size();
    return quarantine
        .restore(asking)
        .map(it -> standing(it, held))
        .orElse(new Standing("none", null, null, null, null, 0));
  }

  private static Standing standing(Restore restore, int held) {
    return new Standing(
        restore.isQuarantined() ? "standing" : "lifted",
        restore.restorePoint(),
        restore.backedUpAt(),
        restore.restoredAt(),
        restore.liftedAt(),
        held);
  }

  @GetMapping(PATH + "commands/")
  @Requires(value = "mdm.view_quarantine", name = "Held Command List")
  Page<Held> held(HttpServletRequest request) {
    List<Held> held = quarantine.held(desk.asking(request)).stream().map(Held::of).toList();
    return Page.of(held, request);
  }

  @PostMapping(PATH + "lift/")
  @Requires(value = "mdm.lift_quarantine", name = "Lift Quarantine", fields = LiftFields.class)
  ResponseEntity<Object> lift(
      @RequestBody(required = false) Object body, HttpServletRequest request) {
    JsonFields fields = JsonFields.of(body);
    Integer count = fields.read(CONFIRM);
    fields.check();
    Outcome<Integer> told = quarantine.lift(count, desk.origin(request));
    if (told.refusal().filter(it -> it.reason() == Refusal.NOT_QUARANTINED).isPresent()) {
      return ResponseEntity.badRequest().body(Map.of("detail", "No quarantine stands."));
    }
    return desk.answer(told, QUARANTINE, HttpStatus.OK, () -> get(request));
  }

  /** For {@code OPTIONS}. */
  static final class LiftFields implements DescribedFields {
    @Override
    public Map<String, Object> fields() {
      return Field.describe(List.of(CONFIRM));
    }
  }
}
