// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.access.CurrentAccount;
import daybook.domain.access.Requires;
import daybook.domain.retirement.Retirements;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Ends the management of a device by its last command; the answer is the device. */
@RestController
class UnenrollController {
  private final DeviceTelling telling;
  private final Retirements retirements;

  UnenrollController(DeviceTelling telling, Retirements retirements) {
    this.telling = telling;
    this.retirements = retirements;
  }

  @PostMapping("/api/mdm/devices/{device:[0-9]{1,18}}/unenroll/")
  @Requires(value = "mdm.unenroll_enrolleddevice", name = "Unenroll Enrolled Device")
  ResponseEntity<Object> unenroll(
      @PathVariable("device") long device,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    return telling.tellBy(device, retirements::retire, account, request);
  }
}
