// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import daybook.domain.Origin;
import daybook.domain.Outcome;

/** Port: what an account may at this moment, by its own permissions and by its roles. */
public interface Standing {
  /** Refused with {@code UNKNOWN} when there is no such account. */
  Outcome<AccountState> of(AccountId account, Origin origin);
}
