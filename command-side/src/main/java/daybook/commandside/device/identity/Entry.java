// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.device.identity;

import daybook.commandside.door.BoundedBody;
import daybook.domain.Refusal;
import java.time.Instant;

/** How a request came through the entrance. */
public sealed interface Entry {

  /** It is a device's, and its body is whole. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Proven(Caller caller, byte[] body) implements Entry {}

  /** It is a device's, but its certificate has ended: it may renew that, and nothing else. */
  record Ended(Proven proven) implements Entry {
    /** When its certificate ended. */
    public Instant end() {
      return proven.caller().certificate().notAfter();
    }
  }

  /** Its certificate is trusted, but its body passes the limit, and so nothing is proven yet. */
  record Oversized(Claim claim, BoundedBody body) implements Entry {}

  /**
   * It was refused.
   *
   * @param certificate the SHA-256 of the certificate that it came with, or null
   * @param body its beginning
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record TurnedAway(Refusal reason, String detail, String certificate, byte[] body)
      implements Entry {}
}
