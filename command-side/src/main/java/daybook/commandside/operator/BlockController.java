// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.access.CurrentAccount;
import daybook.domain.access.Requires;
import daybook.domain.enrollment.EnrollmentIntent.BlockDevice;
import daybook.domain.enrollment.EnrollmentIntent.UnblockDevice;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Keeps a device out, and lets it in again; the answer is the device. */
@RestController
class BlockController {
  private static final String ONE = "/api/mdm/devices/{device:[0-9]{1,18}}/";

  private final DeviceTelling telling;

  BlockController(DeviceTelling telling) {
    this.telling = telling;
  }

  @PostMapping(ONE + "block/")
  @Requires(value = "mdm.change_enrolleddevice", name = "Block Enrolled Device")
  ResponseEntity<Object> block(
      @PathVariable("device") long device,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    return telling.tell(device, BlockDevice::new, account, request);
  }

  @PostMapping(ONE + "unblock/")
  @Requires(value = "mdm.change_enrolleddevice", name = "Unblock Enrolled Device")
  ResponseEntity<Object> unblock(
      @PathVariable("device") long device,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    return telling.tell(device, UnblockDevice::new, account, request);
  }
}
