// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.Origin;
import daybook.domain.Outcome;
import java.time.Instant;

/**
 * Port: API tokens, for people who issue and revoke them. Each may issue them for themselves, and
 * for a service account of which they hold everything; nobody for another person.
 */
public interface TokenDesk {
  /**
   * A token in clear, this once.
   *
   * @param token as {@link ApiToken#id}
   */
  record Issued(String token, String secret) {
    @Override
    public String toString() {
      return "Issued[" + token + "]";
    }
  }

  /**
   * Issues one. Refused with {@code UNKNOWN}, {@code OF_ANOTHER_PERSON}, {@code
   * PERMISSION_NOT_HELD} or {@code TOKENS_TOO_MANY}.
   *
   * @param expiresAt null: never
   * @throws InvalidInput when it would have ended already
   */
  Outcome<Issued> issue(
      long account, String name, Instant expiresAt, AccountState by, Origin origin);

  /** Ends one at once. Refused with {@code UNKNOWN} or {@code TOKEN_UNKNOWN}. */
  Outcome<Void> revoke(long account, String token, Origin origin);
}
