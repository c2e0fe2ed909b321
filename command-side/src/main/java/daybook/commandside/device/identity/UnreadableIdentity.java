// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import daybook.domain.Refusal;

/** A signature or certificate that can't be read; carries no stack, for strangers can cause it. */
final class UnreadableIdentity extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refusal reason;

  UnreadableIdentity(Refusal reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  static UnreadableIdentity signature(String detail) {
    return new UnreadableIdentity(Refusal.SIGNATURE_UNREADABLE, detail);
  }

  static UnreadableIdentity certificate(String detail) {
    return new UnreadableIdentity(Refusal.CERTIFICATE_UNREADABLE, detail);
  }

  Refusal reason() {
    return reason;
  }
}
