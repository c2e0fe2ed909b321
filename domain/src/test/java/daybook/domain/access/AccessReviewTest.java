// SPDX-License-Identifier: Apache-2.0
package daybook.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who holds what is grave, and by which way. */
class AccessReviewTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Permission BLOCK = Permission.CHANGE_DEVICES;
  private static final Permission UNENROLL = Permission.UNENROLL_DEVICES;
  private static final List<Permission> KNOWN = List.of(BLOCK, UNENROLL, Permission.VIEW_DEVICES);
  private static final List<Role> ROLES =
      List.of(
          new Role(Role.ADMINISTRATOR, Role.ADMINISTRATOR_NAME, KNOWN, null, null),
          new Role(2, "Helpdesk", List.of(BLOCK), NOW, NOW),
          new Role(3, "Viewers", List.of(Permission.VIEW_DEVICES), NOW, NOW));

  @Test
  void onlyWhatIsGraveAndKnownIsReviewed() {
    assertThat(AccessReview.of(List.of(), ROLES, KNOWN))
        .extracting(it -> it.permission().permission())
        .containsExactly(UNENROLL, BLOCK);
  }

  @Test
  void holdersAreToldWithTheirWays() {
    List<AccessReview> review =
        AccessReview.of(
            List.of(
                account(1, true, true, List.of(), List.of()),
                account(2, false, true, List.of(UNENROLL, BLOCK), List.of(2L)),
                account(3, false, true, List.of(), List.of(2L, 3L)),
                account(4, false, true, List.of(), List.of(3L)),
                account(5, true, false, List.of(BLOCK), List.of(2L))),
            ROLES,
            KNOWN);

    assertThat(ways(review.get(0))).containsExactly("1 by Administrator", "2 itself");
    assertThat(ways(review.get(1)))
        .containsExactly("1 by Administrator", "2 itself by Helpdesk", "3 by Helpdesk");
  }

  private static List<String> ways(AccessReview review) {
    return review.holders().stream()
        .map(
            it ->
                it.account().number()
                    + (it.directly() ? " itself" : "")
                    + (it.roles().isEmpty() ? "" : " by " + it.roles().get(0).name()))
        .toList();
  }

  private static AccountEntry account(
      long number, boolean administrator, boolean active, List<Permission> own, List<Long> roles) {
    AccountId id = new AccountId("a" + number);
    return new AccountEntry(
        number,
        new AccountState(id, administrator, false, active, own, roles),
        "name",
        null,
        false,
        NOW,
        NOW,
        null,
        List.of());
  }
}
