// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.access.CurrentAccount;
import daybook.domain.access.Requires;
import daybook.domain.enrollment.EnrollmentIntent.ArchiveDevice;
import daybook.domain.enrollment.EnrollmentIntent.UnarchiveDevice;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Takes a device out of the lists, and back; the answer is the device. */
@RestController
class ArchiveController {
  private static final String ONE = "/api/mdm/devices/{device:[0-9]{1,18}}/";

  private final DeviceTelling telling;

  ArchiveController(DeviceTelling telling) {
    this.telling = telling;
  }

  @PostMapping(ONE + "archive/")
  @Requires(value = "mdm.archive_enrolleddevice", name = "Archive Enrolled Device")
  ResponseEntity<Object> archive(
      @PathVariable("device") long device,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    return telling.tell(device, ArchiveDevice::new, account, request);
  }

  @PostMapping(ONE + "unarchive/")
  @Requires(value = "mdm.unarchive_enrolleddevice", name = "Unarchive Enrolled Device")
  ResponseEntity<Object> unarchive(
      @PathVariable("device") long device,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    return telling.tell(device, UnarchiveDevice::new, account, request);
  }
}
