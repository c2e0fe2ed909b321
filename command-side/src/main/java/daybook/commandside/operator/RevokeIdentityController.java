// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.operator;

import daybook.domain.access.CurrentAccount;
import daybook.domain.access.Requires;
import daybook.domain.certificate.Revocations;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Ends what the identity of a device is good for; the answer is the device. */
@RestController
class RevokeIdentityController {
  private final DeviceTelling telling;
  private final Revocations revocations;

  RevokeIdentityController(DeviceTelling telling, Revocations revocations) {
    this.telling = telling;
    this.revocations = revocations;
  }

  @PostMapping("/api/mdm/devices/{device:[0-9]{1,18}}/revoke_identity/")
  @Requires(value = "mdm.revoke_identity", name = "Revoke Identity Enrolled Device")
  ResponseEntity<Object> revoke(
      @PathVariable("device") long device,
      @RequestAttribute(CurrentAccount.ATTRIBUTE) Object account,
      HttpServletRequest request) {
    return telling.tellBy(device, revocations::revoke, account, request);
  }
}
