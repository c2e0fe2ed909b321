// SPDX-License-Identifier: Apache-2.0
package daybook.ui.access;

import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.Outcome;
import daybook.domain.access.AccountId;
import daybook.domain.access.AccountState;
import daybook.domain.access.Standing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a page session is still good: its account is active, and in the era of the sign-in. */
@Component
public class PageStanding {
  private final Standing standing;

  PageStanding(Standing standing) {
    this.standing = standing;
  }

  /** The account as it stands now, for a stream that outlives its request. */
  public Optional<AccountState> of(AccountState account) {
    return of(account.account(), account.era());
  }

  Optional<AccountState> of(AccountId account, int era) {
    return now(account).filter(it -> it.era() == era);
  }

  /** An active account, in whatever era. */
  Optional<AccountState> now(AccountId account) {
    Outcome<AccountState> outcome =
        standing.of(account, Origin.of(Actor.operator(account.value()), "page"));
    return outcome.isAccepted() && outcome.reply().active()
        ? Optional.of(outcome.reply())
        : Optional.empty();
  }
}
