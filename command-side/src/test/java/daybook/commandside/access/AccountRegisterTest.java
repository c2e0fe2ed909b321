// SPDX-License-Identifier: Apache-2.0
package daybook.commandside.access;

import daybook.commandside.aggregate.Story;
import daybook.domain.Refusal;
import daybook.domain.access.AccountId;
import daybook.domain.access.RegisterEvent.AccountRegistered;
import daybook.domain.access.RegisterEvent.AdministratorCounted;
import daybook.domain.access.RegisterEvent.AdministratorDiscounted;
import daybook.domain.access.RegisterIntent.CountAdministrator;
import daybook.domain.access.RegisterIntent.DiscountAdministrator;
import daybook.domain.access.RegisterIntent.FindAccount;
import daybook.domain.access.RegisterIntent.ListAccounts;
import daybook.domain.access.RegisterIntent.RegisterAccount;
import daybook.domain.access.RegisteredAccount;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The register numbers accounts, and keeps one administrator. */
class AccountRegisterTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final AccountId ALICE = new AccountId("alice");
  private static final AccountId BOB = new AccountId("bob");

  private final Story<AccountRegister> register = Story.of(AccountRegister.class);

  @Test
  void eachAccountHasOneNumber() {
    register
        .given(new RegisterAccount(ALICE, NOW))
        .when(new RegisterAccount(BOB, NOW))
        .records(new AccountRegistered(BOB, 2))
        .answers(2L);
    Story.of(AccountRegister.class)
        .given(new RegisterAccount(ALICE, NOW), new RegisterAccount(BOB, NOW))
        .when(new RegisterAccount(ALICE, NOW))
        .recordsNothing()
        .answers(1L);
  }

  @Test
  void aNumberLeadsToItsAccount() {
    Story<AccountRegister> both =
        register.given(new RegisterAccount(ALICE, NOW), new RegisterAccount(BOB, NOW));
    both.when(new FindAccount(2, NOW)).answers(BOB);
    both.when(new FindAccount(3, NOW)).refused(Refusal.UNKNOWN);
    both.when(new ListAccounts(NOW))
        .answers(List.of(new RegisteredAccount(1, ALICE), new RegisteredAccount(2, BOB)));
  }

  @Test
  void theLastAdministratorStays() {
    register
        .given(new CountAdministrator(ALICE, NOW))
        .when(new DiscountAdministrator(ALICE, NOW))
        .recordsNothing()
        .refused(Refusal.LAST_ADMINISTRATOR);
    Story.of(AccountRegister.class)
        .when(new CountAdministrator(BOB, NOW))
        .records(new AdministratorCounted(BOB))
        .accepted();
  }

  @Test
  void oneOfTwoMayGo() {
    register
        .given(new CountAdministrator(ALICE, NOW), new CountAdministrator(BOB, NOW))
        .when(new DiscountAdministrator(ALICE, NOW))
        .records(new AdministratorDiscounted(ALICE))
        .accepted();
  }

  @Test
  void whoIsNotCountedChangesNothingUnlessNobodyIsLeft() {
    register
        .given(new CountAdministrator(ALICE, NOW))
        .when(new DiscountAdministrator(BOB, NOW))
        .recordsNothing()
        .accepted();
    Story.of(AccountRegister.class)
        .when(new DiscountAdministrator(BOB, NOW))
        .refused(Refusal.LAST_ADMINISTRATOR);
  }
}
