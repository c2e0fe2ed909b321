// SPDX-License-Identifier: Apache-2.0
package daybook.domain.session;

import daybook.domain.Id;
import daybook.domain.StreamId;

/**
 * An enrollment session, and the secret in its certificate's subject ({@code CN=MDM$OTA$<id>}): 56
 * letters and digits, so that the CN keeps within 64 characters.
 */
public record SessionId(String value) implements Id {
  public SessionId {
    if (!StreamId.isId(value)) {
      throw new IllegalArgumentException("not a session id: " + value);
    }
  }

  public StreamId stream() {
    return StreamId.of("enrollment-session", value);
  }
}
