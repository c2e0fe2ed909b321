// SPDX-License-Identifier: Apache-2.0
package daybook.domain.issuer;

import daybook.domain.Id;
import daybook.domain.StreamId;
import java.util.UUID;

/** A SCEP issuer; a UUID in lower case. */
public record ScepIssuerId(String value) implements Id {
  /** Our own certificate authority, which is always there. */
  public static final ScepIssuerId OWN = new ScepIssuerId("dab00000-0000-4000-8000-000000000001");

  public ScepIssuerId {
    if (!StreamId.isId(value)) {
      throw new IllegalArgumentException("not the id of a SCEP issuer: " + value);
    }
  }

  public static ScepIssuerId of(UUID uuid) {
    return new ScepIssuerId(uuid.toString());
  }
}
