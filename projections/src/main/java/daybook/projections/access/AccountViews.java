// SPDX-License-Identifier: Apache-2.0
package daybook.projections.access;

import daybook.domain.access.AccountId;
import daybook.projections.ViewReader;
import daybook.projections.store.Query;
import java.util.List;
import java.util.Optional;

/** Reads accounts. */
public final class AccountViews {
  private final ViewReader<AccountView> reader;

  public AccountViews(ViewReader<AccountView> reader) {
    this.reader = reader;
  }

  public Optional<AccountView> find(AccountId account) {
    return reader.get(account.stream().value());
  }

  /** All accounts by name. */
  public List<AccountView> all() {
    return reader.find(Query.all().orderBy(false, "username"));
  }
}
