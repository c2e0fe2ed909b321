// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.Outcome;

/** Port: signing in to the pages. */
public interface SignIn {
  /**
   * The account behind a name and a password. Refused with {@code PASSWORD_WRONG} (the name may be
   * unknown), {@code INACTIVE} or {@code THROTTLED}; takes the same time for known and unknown
   * names.
   *
   * @param remoteAddress for the audit trail and for throttling
   * @param userAgent for the audit trail; may be null
   */
  Outcome<AccountState> signIn(
      String username, String password, String remoteAddress, String userAgent);
}
