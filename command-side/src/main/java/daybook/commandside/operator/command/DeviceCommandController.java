// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import daybook.commandside.command.catalog.CommandTypes;
import daybook.commandside.command.type.CommandType;
import daybook.commandside.command.type.MdmCommand;
import daybook.commandside.operator.OperatorProblem;
import daybook.commandside.operator.json.Field;
import daybook.commandside.operator.json.JsonFields;
import daybook.commandside.plist.PlistDict;
import daybook.commandside.plist.Plists;
import daybook.domain.access.InvalidInput;
import daybook.domain.access.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Any command that the server knows, for one device: {@code {request_type, parameters, force,
 * not_before, expires_at, priority}}, the parameters under Apple's own keys.
 */
@RestController
class DeviceCommandController {
  private static final String PARAMETERS = "parameters";
  private static final int FURTHEST = 1_000;
  private static final Field<String> REQUEST_TYPE = Field.text("request_type", 128);
  private static final Field<Boolean> FORCE = Field.bool("force").optional();
  private static final Field<Instant> NOT_BEFORE = Field.time("not_before").nullable();
  private static final Field<Instant> EXPIRES_AT = Field.time("expires_at").nullable();
  private static final Field<Integer> PRIORITY =
      Field.whole("priority", -FURTHEST, FURTHEST).optional();

  private final CommandDesk desk;

  DeviceCommandController(CommandDesk desk) {
    this.desk = desk;
  }

  @PostMapping("/api/mdm/devices/{device:[0-9]{1,18}}/commands/")
  @Requires(value = "mdm.add_devicecommand", name = "Send Enrolled Device Command")
  ResponseEntity<Object> send(
      @PathVariable("device") long device,
      @RequestBody(required = false) Object body,
      HttpServletRequest request) {
    return desk.order(device, target -> order(body), Function.identity(), request);
  }

  private static CommandOrder order(Object body) {
    JsonFields fields = JsonFields.of(body);
    String requestType = fields.read(REQUEST_TYPE);
    boolean force = fields.read(FORCE, false);
    Instant notBefore = fields.read(NOT_BEFORE, null);
    Instant expiresAt = fields.read(EXPIRES_AT, null);
    int priority = fields.read(PRIORITY, 0);
    CommandType type = requestType == null ? null : CommandTypes.find(requestType).orElse(null);
    if (requestType != null && type == null) {
      fields.refuse(
          REQUEST_TYPE, "No command of this name is known here; send_custom_command/ takes any.");
    }
    if (notBefore != null && expiresAt != null && !expiresAt.isAfter(notBefore)) {
      fields.refuse(EXPIRES_AT, "Must be after not_before.");
    }
    fields.check();
    MdmCommand command = CommandParameters.read(type, PARAMETERS, parameters(body));
    PlistDict dict = command.dict();
    if (Plists.write(dict).length > CustomCommand.LONGEST) {
      throw InvalidInput.of(PARAMETERS, OperatorProblem.TOO_LARGE);
    }
    return new CommandOrder(requestType, requestType, dict, force, notBefore, expiresAt, priority);
  }

  private static Object parameters(Object body) {
    Object parameters = ((Map<?, ?>) body).get(PARAMETERS);
    if (parameters != null && !(parameters instanceof Map<?, ?>)) {
      throw InvalidInput.of(PARAMETERS, "Expected a dictionary.");
    }
    return parameters;
  }
}
