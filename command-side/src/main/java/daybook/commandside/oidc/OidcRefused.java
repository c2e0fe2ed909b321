// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.oidc;

import daybook.domain.Refusal;
import daybook.domain.access.AccountId;

/** A sign-in that ends here, with its reason. */
final class OidcRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refusal reason;
  private final transient AccountId account;

  OidcRefused(Refusal reason, String detail) {
    this(reason, detail, null);
  }

  OidcRefused(Refusal reason, String detail, AccountId account) {
    super(detail);
    this.reason = reason;
    this.account = account;
  }

  Refusal reason() {
    return reason;
  }

  /** The account that was claimed, if there is such a one; or null. */
  AccountId account() {
    return account;
  }
}
