// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator.command;

import daybook.commandside.command.catalog.EraseDevice;
import daybook.commandside.operator.json.Field;
import daybook.commandside.operator.json.JsonFields;
import daybook.domain.access.Requires;
import daybook.domain.command.CommandTarget;
import daybook.domain.enrollment.Platform;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Erases a device. iPhones and iPads are told what to keep and what to forbid; a Mac that has
 * neither Apple silicon nor a T2 needs a PIN; the rest needs nothing.
 */
@RestController
class EraseController {
  private static final Field<Boolean> DISALLOW_PROXIMITY_SETUP =
      Field.bool("disallow_proximity_setup");
  private static final Field<Boolean> PRESERVE_DATA_PLAN = Field.bool("preserve_data_plan");
  private static final Field<String> OBLITERATION_BEHAVIOR =
      Field.choice("obliteration_behavior", behaviors()).optional();
  private static final Predicate<String> PIN = Pattern.compile("[a-zA-Z0-9]{6}").asMatchPredicate();

  private final CommandDesk desk;

  EraseController(CommandDesk desk) {
    this.desk = desk;
  }

  @PostMapping("/api/mdm/devices/{device:[0-9]{1,18}}/erase/")
  @Requires(value = "mdm.add_devicecommand", name = "Erase Enrolled Device")
  ResponseEntity<Object> erase(
      @PathVariable("device") long device,
      @RequestBody(required = false) Object body,
      HttpServletRequest request) {
    return desk.order(
        device,
        target -> CommandOrder.of(read(target, body)),
        reason -> Pins.INVALID_TARGET,
        request);
  }

  private static EraseDevice read(CommandTarget target, Object body) {
    JsonFields fields = JsonFields.of(body);
    boolean mobile = target.platform() == Platform.IOS || target.platform() == Platform.IPADOS;
    String pin = Macs.needPinToErase(target) ? Pins.read(fields, PIN) : null;
    Boolean noProximity = mobile ? fields.read(DISALLOW_PROXIMITY_SETUP) : null;
    Boolean dataPlan = mobile ? fields.read(PRESERVE_DATA_PLAN) : null;
    String behavior =
        target.platform() == Platform.MACOS ? fields.read(OBLITERATION_BEHAVIOR, null) : null;
    fields.check();
    return new EraseDevice(dataPlan, noProximity, pin, behavior, null);
  }

  private static Map<String, String> behaviors() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String one :
        new String[] {"Default", "DoNotObliterate", "ObliterateWithWarning", "Always"}) {
      all.put(one, one);
    }
    return all;
  }
}
