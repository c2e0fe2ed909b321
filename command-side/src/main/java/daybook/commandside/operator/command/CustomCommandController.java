// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import daybook.domain.access.Requires;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A command of any type for one device, written by an operator. */
@RestController
class CustomCommandController {
  private final CommandDesk desk;

  CustomCommandController(CommandDesk desk) {
    this.desk = desk;
  }

  @PostMapping("/api/mdm/devices/{device:[0-9]+}/send_custom_command/")
  @Requires(value = "mdm.add_devicecommand", name = "Send Custom Enrolled Device Command")
  ResponseEntity<Object> send(
      @PathVariable("device") long device,
      @RequestBody(required = false) Object body,
      HttpServletRequest request) {
    return desk.orderUnjudged(device, target -> CustomCommand.read(body).order(), request);
  }
}
