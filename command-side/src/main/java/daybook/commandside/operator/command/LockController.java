// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import daybook.commandside.command.catalog.DeviceLock;
import daybook.commandside.operator.json.Field;
import daybook.commandside.operator.json.JsonFields;
import daybook.domain.access.Requires;
import daybook.domain.command.CommandTarget;
import daybook.domain.enrollment.Platform;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Locks a device; a Mac by a PIN of six digits. */
@RestController
class LockController {
  private static final Field<String> MESSAGE = Field.text("message", 255).optional();
  private static final Field<String> PHONE_NUMBER = Field.text("phone_number", 15).optional();
  private static final Predicate<String> PIN = Pattern.compile("[0-9]{6}").asMatchPredicate();

  private final CommandDesk desk;

  LockController(CommandDesk desk) {
    this.desk = desk;
  }

  @PostMapping("/api/mdm/devices/{device:[0-9]{1,18}}/lock/")
  @Requires(value = "mdm.add_devicecommand", name = "Lock Enrolled Device")
  ResponseEntity<Object> lock(
      @PathVariable("device") long device,
      @RequestBody(required = false) Object body,
      HttpServletRequest request) {
    return desk.order(
        device,
        target -> CommandOrder.of(read(target, body)),
        reason -> Pins.INVALID_TARGET,
        request);
  }

  private static DeviceLock read(CommandTarget target, Object body) {
    JsonFields fields = JsonFields.of(body);
    String pin = target.platform() == Platform.MACOS ? Pins.read(fields, PIN) : null;
    String message = fields.read(MESSAGE, null);
    String phoneNumber = fields.read(PHONE_NUMBER, null);
    fields.check();
    return new DeviceLock(message, phoneNumber, pin);
  }
}
