// SPDX-License-Identifier: Apache-2.0
package daybook.projections.access;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Actor;
import daybook.domain.Origin;
import daybook.domain.StreamId;
import daybook.domain.access.AccountEvent.AccountCreated;
import daybook.domain.access.AccountEvent.ApiTokenIssued;
import daybook.domain.access.AccountEvent.SignedIn;
import daybook.domain.access.Permission;
import daybook.projections.house.FakeVault;
import daybook.projections.house.Folding;
import daybook.projections.house.MemoryLog;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private final MemoryLog log = new MemoryLog();
  private final StreamId jane = StreamId.of("account", "a1");

  @Test
  void anAccountShowsWhoItIsAndWhatItMay() {
    created();
    log.append(jane, new SignedIn(null), Origin.of(Actor.operator("a1"), "request"));
    assertThat(Folding.of(new AccountFold(), log, jane.value()))
        .isEqualTo(
            new AccountView(
                "a1",
                "jane",
                false,
                true,
                true,
                List.of("mdm.view_enrolleddevice"),
                MemoryLog.START.plusSeconds(1),
                MemoryLog.START.plusSeconds(2)));
  }

  @Test
  void aTokenLeadsToItsAccount() {
    created();
    log.append(
        jane, new ApiTokenIssued("hash1", "laptop", null), Origin.of(Actor.server(), "request"));
    assertThat(Folding.of(new TokenFold(), log, "hash1"))
        .isEqualTo(new TokenView(jane.value(), "laptop"));
    assertThat(Folding.of(new TokenFold(), log, "hash2")).isNull();
  }

  private void created() {
    log.append(
        jane,
        new AccountCreated(
            FakeVault.personal("1.jane", "jane"),
            false,
            true,
            true,
            List.of(Permission.VIEW_DEVICES),
            null,
            null,
            List.of()),
        Origin.of(Actor.server(), "request"));
  }
}
