// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.Id;
import daybook.domain.StreamId;

/**
 * An account; a pseudonym made from the user name with the server's key, so that a name leads to
 * its account and not the reverse.
 */
public record AccountId(String value) implements Id {
  public AccountId {
    if (!StreamId.isId(value)) {
      throw new IllegalArgumentException("not an account id: " + value);
    }
  }

  public static AccountId of(StreamId stream) {
    return new AccountId(stream.id());
  }

  public StreamId stream() {
    return StreamId.of("account", value);
  }
}
