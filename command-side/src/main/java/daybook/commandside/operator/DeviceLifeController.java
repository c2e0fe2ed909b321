// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.access.Requires;
import daybook.domain.certificate.Revocations;
import daybook.domain.enrollment.EnrollmentIntent.ArchiveDevice;
import daybook.domain.enrollment.EnrollmentIntent.BlockDevice;
import daybook.domain.enrollment.EnrollmentIntent.UnarchiveDevice;
import daybook.domain.enrollment.EnrollmentIntent.UnblockDevice;
import daybook.domain.retirement.Retirements;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators do to the life of a device; the answer is the device. */
@RestController
class DeviceLifeController {
  private static final String ONE = "/api/mdm/devices/{device:[0-9]{1,18}}/";

  private final DeviceTelling telling;
  private final Retirements retirements;
  private final Revocations revocations;

  DeviceLifeController(DeviceTelling telling, Retirements retirements, Revocations revocations) {
    this.telling = telling;
    this.retirements = retirements;
    this.revocations = revocations;
  }

  /** Keeps it out. */
  @PostMapping(ONE + "block/")
  @Requires(value = "mdm.change_enrolleddevice", name = "Block Enrolled Device")
  ResponseEntity<Object> block(@PathVariable("device") long device, HttpServletRequest request) {
    return telling.tell(device, BlockDevice::new, request);
  }

  /** Lets it in again. */
  @PostMapping(ONE + "unblock/")
  @Requires(value = "mdm.change_enrolleddevice", name = "Unblock Enrolled Device")
  ResponseEntity<Object> unblock(@PathVariable("device") long device, HttpServletRequest request) {
    return telling.tell(device, UnblockDevice::new, request);
  }

  /** Takes it out of the lists. */
  @PostMapping(ONE + "archive/")
  @Requires(value = "mdm.archive_enrolleddevice", name = "Archive Enrolled Device")
  ResponseEntity<Object> archive(@PathVariable("device") long device, HttpServletRequest request) {
    return telling.tell(device, ArchiveDevice::new, request);
  }

  /** Brings it back into them. */
  @PostMapping(ONE + "unarchive/")
  @Requires(value = "mdm.unarchive_enrolleddevice", name = "Unarchive Enrolled Device")
  ResponseEntity<Object> unarchive(
      @PathVariable("device") long device, HttpServletRequest request) {
    return telling.tell(device, UnarchiveDevice::new, request);
  }

  /** Ends its management by its last command. */
  @PostMapping(ONE + "unenroll/")
  @Requires(value = "mdm.unenroll_enrolleddevice", name = "Unenroll Enrolled Device")
  ResponseEntity<Object> unenroll(@PathVariable("device") long device, HttpServletRequest request) {
    return telling.tellBy(device, retirements::retire, request);
  }

  /** Ends what its identity is good for. */
  @PostMapping(ONE + "revoke_identity/")
  @Requires(value = "mdm.revoke_identity", name = "Revoke Identity Enrolled Device")
  ResponseEntity<Object> revoke(@PathVariable("device") long device, HttpServletRequest request) {
    return telling.tellBy(device, revocations::revoke, request);
  }
}
