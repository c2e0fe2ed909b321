// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.access.AccountEntry;
import daybook.domain.access.ApiToken;
import java.time.Instant;
import java.util.List;

/**
 * An API token as a line of its account's page.
 *
 * @param until when it ends, or {@code for ever}
 * @param used its first use on the last day on which it was used, or a dash
 */
record TokenRow(String id, String name, String issued, String until, String used, boolean expired) {

  static List<TokenRow> of(AccountEntry account, Instant now) {
    return account.tokens().stream().map(it -> of(it, now)).toList();
  }

  private static TokenRow of(ApiToken it, Instant now) {
    return new TokenRow(
        it.id(),
        it.name(),
        AccountRow.minute(it.issuedAt()),
        it.expiresAt() == null ? "for ever" : AccountRow.minute(it.expiresAt()),
        AccountRow.minute(it.usedAt()),
        it.expired(now));
  }
}
